/** Whether the desktop is told of new articles. */
import { setSettings } from './change-setting.ts';
import { type PageProps, SwitchRow } from './setting-rows.tsx';

export function NotificationsPage({ settings }: PageProps) {
  return (
    <SwitchRow
      name="Tell me of new articles"
      about="One silent notification after a refresh, while the window is not in front"
      isOn={settings.notifications}
      onChange={(notifications) => setSettings({ notifications })}
    />
  );
}
