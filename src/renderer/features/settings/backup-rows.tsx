/** Backups: made each night, made now, and put in the library's place again. */
import { useState } from 'react';
import { counted, fileSize } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { setSettings } from './change-setting.ts';
import { JobButton } from './job-button.tsx';
import { RestoreDialogs } from './restore-dialogs.tsx';
import { momentWords } from './restore-words.ts';
import { type PageProps, SettingRow, SwitchRow } from './setting-rows.tsx';
import { useFresh } from './use-fresh.ts';
import { useJob } from './use-job.ts';

export function BackupRows({ settings }: PageProps) {
  const backups = useFresh('backups.list').data ?? [];
  const make = useJob('backups.make', (backup) => `Backed up and checked, ${fileSize(backup.sizeBytes)}`);
  const [isOpen, setOpen] = useState(false);
  const [newest] = backups;
  return (
    <>
      <SwitchRow
        name="Back up each night"
        about={
          newest ? `Last copy ${momentWords(newest.at)}, ${backups.length} kept` : 'Seven days and four weeks are kept'
        }
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
      {isOpen && <RestoreDialogs backups={backups} onClose={() => setOpen(false)} />}
    </>
  );
}
