/** What the front page makes of the news: For you, the time for reading, and when the morning edition is made. */
import { setSettings } from './change-setting.ts';
import { asChoices, type NumberChoice, nearestChoice } from './nearest-choice.ts';
import { type PageProps, SelectRow, SwitchRow } from './setting-rows.tsx';

const budgets: readonly NumberChoice[] = [10, 15, 20, 30, 45, 60, 90].map((amount) => ({
  amount,
  label: `${amount} minutes`,
}));

const hours: readonly NumberChoice[] = Array.from({ length: 24 }, (_, amount) => ({
  amount,
  label: `${String(amount).padStart(2, '0')}:00`,
}));

export function TodayPage({ settings }: PageProps) {
  return (
    <>
      <SwitchRow
        name="For you"
        about="Learns on this computer from what you read. See, change or forget what it learnt on its page"
        alias="personal recommendations taste learning"
        isOn={settings.forYou}
        onChange={(forYou) => setSettings({ forYou })}
      />
      <SelectRow
        name="Time for reading"
        about="“Catch up” picks about this much to read"
        alias="budget minutes catch up"
        value={nearestChoice(budgets, settings.readingBudgetMinutes)}
        choices={asChoices(budgets)}
        onChange={(value) => setSettings({ readingBudgetMinutes: Number(value) })}
      />
      <SelectRow
        name="Morning edition"
        about="Printed once a day and then left alone"
        alias="hour front page"
        value={nearestChoice(hours, settings.morningEditionHour)}
        choices={asChoices(hours)}
        onChange={(value) => setSettings({ morningEditionHour: Number(value) })}
      />
    </>
  );
}
