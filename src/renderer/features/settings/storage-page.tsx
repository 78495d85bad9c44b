/** How much is kept and how much room it takes, what may go, and the copies of it. */
import type { Settings } from '../../../contract/settings.ts';
import { ArchiveRows, TidyRows } from './archive-rows.tsx';
import { BackupRows } from './backup-rows.tsx';
import { setSettings, setWithUndo } from './change-setting.ts';
import { KeepPreview } from './keep-preview.tsx';
import { amountOf, asChoices, type NumberChoice, nearestChoice } from './nearest-choice.ts';
import { RestoreNotes } from './restore-notes.tsx';
import { ChoiceRow, type PageProps, SelectRow, SwitchRow } from './setting-rows.tsx';
import { StorageSizes } from './storage-sizes.tsx';
import './storage.css';

const ages: readonly NumberChoice[] = [
  { amount: 90, label: '90 days' },
  { amount: 365, label: '1 year' },
  { amount: null, label: 'For ever' },
];

const perFeed: readonly NumberChoice[] = [
  { amount: 200, label: '200' },
  { amount: 1000, label: '1,000' },
  { amount: 5000, label: '5,000' },
  { amount: null, label: 'No limit' },
];

const librarySizes: readonly NumberChoice[] = [
  { amount: 1000, label: '1 GB' },
  { amount: 2000, label: '2 GB' },
  { amount: 5000, label: '5 GB' },
  { amount: 20_000, label: '20 GB' },
  { amount: null, label: 'No limit' },
];

const pictureSizes: readonly NumberChoice[] = [
  { amount: 0, label: 'Nothing' },
  { amount: 256, label: '256 MB' },
  { amount: 1024, label: '1 GB' },
  { amount: 4096, label: '4 GB' },
  { amount: 16_384, label: '16 GB' },
];

export function StoragePage({ settings }: PageProps) {
  return (
    <>
      <RestoreNotes />
      <StorageSizes />
      <div className="opts-apart">
        <KeepRules settings={settings} />
        <KeepPreview />
        <SelectRow
          name="Pictures and sounds"
          about="The most that is kept of them; those not seen for longest go first"
          alias="media cache"
          value={nearestChoice(pictureSizes, settings.mediaCacheMb)}
          choices={asChoices(pictureSizes)}
          onChange={(value) => setSettings({ mediaCacheMb: Number(value) })}
        />
        <BackupRows settings={settings} />
        <ArchiveRows />
        <TidyRows />
      </div>
    </>
  );
}

/** What may be removed one day: each change says so and can be taken back before anything goes. */
function KeepRules({ settings }: PageProps) {
  const keep = (change: Partial<Settings>) => setWithUndo(change, 'Changed what is kept');
  return (
    <>
      <ChoiceRow
        name="Keep articles"
        about="Starred and read-later articles are always kept"
        alias="retention delete old"
        value={nearestChoice(ages, settings.keepDays)}
        choices={asChoices(ages)}
        onChange={(value) => keep({ keepDays: amountOf(value) })}
      />
      <ChoiceRow
        name="Articles at most, per feed"
        about="The newest are kept"
        alias="keep retention limit"
        value={nearestChoice(perFeed, settings.keepPerFeed)}
        choices={asChoices(perFeed)}
        onChange={(value) => keep({ keepPerFeed: amountOf(value) })}
      />
      <SelectRow
        name="Space at most, in all"
        about="The oldest articles go first"
        alias="keep retention size limit"
        value={nearestChoice(librarySizes, settings.keepMegabytes)}
        choices={asChoices(librarySizes)}
        onChange={(value) => keep({ keepMegabytes: amountOf(value) })}
      />
      <SwitchRow
        name="Remove unread articles too"
        about="Off: what you have not read is kept, whatever the rules above say"
        isOn={settings.deleteUnread}
        onChange={(deleteUnread) => keep({ deleteUnread })}
      />
    </>
  );
}
