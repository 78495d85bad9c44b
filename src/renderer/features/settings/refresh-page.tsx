/** How often feeds are asked, how many at a time, and what a new feed brings. */
import { setSettings, setWithUndo } from './change-setting.ts';
import { isDesktop } from './desktop.ts';
import { amountOf, asChoices, type NumberChoice, nearestChoice } from './nearest-choice.ts';
import { ChoiceRow, type PageProps, SelectRow, SwitchRow } from './setting-rows.tsx';

const rhythms: readonly NumberChoice[] = [
  { amount: 15, label: 'Automatic' },
  { amount: 30, label: '30 min' },
  { amount: 60, label: 'Hourly' },
  { amount: null, label: 'By hand' },
];

const rhythmWords: Readonly<Record<string, string>> = {
  '15': 'Busy feeds more often, quiet ones less, never more often than a feed allows',
  '30': 'Automatic, but at most every 30 minutes',
  '60': 'Automatic, but at most once an hour',
  none: 'Nothing is fetched until you ask for it',
};

const connections: readonly NumberChoice[] = [
  { amount: 4, label: '4' },
  { amount: 8, label: '8' },
  { amount: 16, label: '16' },
  { amount: 32, label: '32' },
];

const unreadDays: readonly NumberChoice[] = [
  { amount: 0, label: 'None' },
  { amount: 7, label: '7 days' },
  { amount: 30, label: '30 days' },
  { amount: 365, label: '1 year' },
];

const unreadMinimum: readonly NumberChoice[] = [
  { amount: 0, label: 'None' },
  { amount: 5, label: '5' },
  { amount: 20, label: '20' },
  { amount: 100, label: '100' },
];

const silences: readonly NumberChoice[] = [1, 3, 6, 12, 24].map((amount) => ({
  amount,
  label: amount === 1 ? '1 month' : `${amount} months`,
}));

export function RefreshPage({ settings }: PageProps) {
  const rhythm = nearestChoice(rhythms, settings.refreshMinutes);
  return (
    <>
      <ChoiceRow
        name="Refresh feeds"
        about={rhythmWords[rhythm] ?? ''}
        alias="interval how often poll check fetch adaptive"
        value={rhythm}
        choices={asChoices(rhythms)}
        onChange={(value) =>
          setWithUndo(
            { refreshMinutes: amountOf(value) },
            rhythmWords[value] ?? 'Changed how often feeds are refreshed',
          )
        }
      />
      <SwitchRow
        name="Refresh when Broadsheet starts"
        about="Only those that are due"
        isOn={settings.refreshOnStart}
        onChange={(refreshOnStart) => setSettings({ refreshOnStart })}
      />
      <ChoiceRow
        name="At the same time"
        about="Feeds refreshed at once, never two from one site"
        alias="connections concurrency proxy network"
        value={nearestChoice(connections, settings.concurrency)}
        choices={asChoices(connections)}
        onChange={(value) => setSettings({ concurrency: Number(value) })}
      />
      <SwitchRow
        name="Save data"
        about="Half as often, for a battery or a metered network"
        isOn={settings.saveData}
        onChange={(saveData) => setSettings({ saveData })}
      />
      {isDesktop && (
        <SwitchRow
          name="Keep refreshing when the window is closed"
          about="Broadsheet stays in the tray"
          isOn={settings.trayIcon}
          onChange={(trayIcon) => setSettings({ trayIcon })}
        />
      )}
      <NewFeeds settings={settings} />
    </>
  );
}

function NewFeeds({ settings }: PageProps) {
  return (
    <>
      <h3>New feeds</h3>
      <ChoiceRow
        name="Unread at first"
        about="Articles of a new feed up to this age; older ones arrive as read"
        value={nearestChoice(unreadDays, settings.newFeedUnreadDays)}
        choices={asChoices(unreadDays)}
        onChange={(value) => setSettings({ newFeedUnreadDays: Number(value) })}
      />
      <ChoiceRow
        name="But at least"
        about="This many of the newest are unread, whatever their age"
        alias="new feed unread minimum"
        value={nearestChoice(unreadMinimum, settings.newFeedUnreadMinimum)}
        choices={asChoices(unreadMinimum)}
        onChange={(value) => setSettings({ newFeedUnreadMinimum: Number(value) })}
      />
      <h3>Silent feeds</h3>
      <SelectRow
        name="A feed is silent after"
        about="Then it is listed as silent in Subscriptions"
        value={nearestChoice(silences, settings.silentMonths)}
        choices={asChoices(silences)}
        onChange={(value) => setSettings({ silentMonths: Number(value) })}
      />
    </>
  );
}
