/** Who may tell of new articles. The desktop app tells by itself; a browser has to be allowed to. */
import { useState } from 'react';
import { navigate } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { setSettings } from './change-setting.ts';
import { isDesktop } from './desktop.ts';
import { type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';

export function NotificationsPage({ settings }: PageProps) {
  return (
    <>
      {isDesktop ? (
        <SwitchRow
          name="Tell me of new articles"
          about="One silent notification after a refresh, while the window is not in front"
          alias="alert"
          isOn={settings.notifications}
          onChange={(notifications) => setSettings({ notifications })}
        />
      ) : (
        <InBrowser />
      )}
      <SettingRow
        name="Of one feed or saved search"
        about="Each has a switch of its own: in the details of the feed, and in the menu of the saved search"
        alias="alert tell"
      >
        <Button size="sm" onPress={() => navigate({ screen: 'subscriptions' })}>
          Subscriptions
        </Button>
      </SettingRow>
    </>
  );
}

const words: Readonly<Record<NotificationPermission, string>> = {
  granted: 'Allowed. They show while this tab is open and another window is in front',
  denied:
    'Blocked for this page: your browser’s settings can allow them. Until then Broadsheet tells you in its window',
  default: 'Not allowed yet. Until then Broadsheet tells you in its window',
};

function InBrowser() {
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  const allow = () => void Notification.requestPermission().then(setPermission);
  return (
    <SettingRow name="Notifications of this browser" about={words[permission]} alias="alert tell allow">
      {permission === 'default' && (
        <Button size="sm" onPress={allow}>
          Allow…
        </Button>
      )}
    </SettingRow>
  );
}
