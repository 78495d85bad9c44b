/** Backups: made each night, made now, and put in the library's place again. */
import { useState } from 'react';
import type { Backup } from '../../../contract/archive.ts';
import { counted, fileSize } from '../../lib/numbers.ts';
import { clockTime, fullDate } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { setSettings } from './change-setting.ts';
import { JobButton } from './job-button.tsx';
import { type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';
import { useFresh } from './use-fresh.ts';
import { useJob } from './use-job.ts';

const kinds: Readonly<Record<Backup['kind'], string>> = {
  daily: 'daily',
  weekly: 'weekly',
  migration: 'before an update',
  manual: 'made by you',
};

export function BackupRows({ settings }: PageProps) {
  const backups = useFresh('backups.list').data ?? [];
  const make = useJob('backups.make', (backup) => `Backed up and checked, ${fileSize(backup.sizeBytes)}`);
  const [isOpen, setOpen] = useState(false);
  const [newest] = backups;
  return (
    <>
      <SwitchRow
        name="Back up each night"
        about={newest ? `Last copy ${when(newest)}, ${backups.length} kept` : 'Seven days and four weeks are kept'}
        alias="backup copy safety"
        isOn={settings.backups}
        onChange={(on) => setSettings({ backups: on })}
      />
      <SettingRow
        name="Backups"
        about={newest ? `${counted(backups.length, 'backup', 'backups')} in the library’s folder` : 'There is none yet'}
        alias="restore copy"
      >
        <Button size="sm" isDisabled={!newest} onPress={() => setOpen(true)}>
          Restore…
        </Button>
        <JobButton job={make} running="Backing up and checking…" onPress={() => void make.start({})}>
          Back up now
        </JobButton>
      </SettingRow>
      {isOpen && <RestoreDialog backups={backups} onClose={() => setOpen(false)} />}
    </>
  );
}

function when({ at }: Backup): string {
  return `${fullDate(at)}, ${clockTime(at)}`;
}

function RestoreDialog({ backups, onClose }: { readonly backups: readonly Backup[]; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<Backup | null>(null);
  const restore = useJob('backups.restore', () => 'The backup takes the library’s place at the next start');
  const choose = async (backup: Backup) => {
    if (await restore.start({ name: backup.name })) setChosen(backup);
  };
  return (
    <Dialog title="Restore a backup" className="room-dialog" middle onClose={onClose}>
      <div className="dlg-b">
        <p className="t2">
          The backup takes the library’s place when Broadsheet is started again. The present library is kept beside it.
        </p>
        <ul className="backups num">
          {backups.map((backup) => (
            <li key={backup.name}>
              <span className="grow">
                {when(backup)} <span className="t3">{kinds[backup.kind]}</span>
              </span>
              <span className="t3">{fileSize(backup.sizeBytes)}</span>
              <Button
                size="sm"
                aria-label={`Restore ${when(backup)}`}
                isDisabled={restore.isRunning}
                onPress={() => void choose(backup)}
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
        {chosen && (
          <Note kind="info" title={`${when(chosen)} is chosen.`}>
            Close Broadsheet and open it again.
          </Note>
        )}
      </div>
    </Dialog>
  );
}
