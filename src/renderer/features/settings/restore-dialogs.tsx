/** Going back to a backup: which one, and then, before anything is done, what would be set aside. */
import { useState } from 'react';
import type { Backup } from '../../../contract/archive.ts';
import { useAsk } from '../../client/use-ask.ts';
import { exactCount, fileSize } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { kindWords, momentWords } from './restore-words.ts';
import { useJob } from './use-job.ts';

interface RestoreDialogsProps {
  readonly backups: readonly Backup[];
  readonly onClose: () => void;
}

export function RestoreDialogs({ backups, onClose }: RestoreDialogsProps) {
  const [chosen, setChosen] = useState<Backup | null>(null);
  if (chosen) return <ConfirmDialog backup={chosen} onClose={onClose} />;
  return (
    <Dialog title="Restore a backup" className="room-dialog" middle onClose={onClose}>
      <div className="dlg-b">
        <p className="t2">Choose one: you are told what would be set aside before anything is done.</p>
        <ul className="backups num">
          {backups.map((backup) => (
            <li key={backup.name}>
              <span className="grow">
                {momentWords(backup.at)} <span className="t3">{kindWords[backup.kind]}</span>
              </span>
              <span className="t3">{fileSize(backup.sizeBytes)}</span>
              <Button
                size="sm"
                aria-label={`Restore ${momentWords(backup.at)}, ${kindWords[backup.kind]}`}
                onPress={() => setChosen(backup)}
              >
                Restore…
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function ConfirmDialog({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const restore = useJob('backups.restore', () => 'The backup comes back at the next start');
  const go = async () => {
    if (await restore.start({ name: backup.name })) onClose();
  };
  return (
    <Dialog
      title={`Go back to ${momentWords(backup.at)}?`}
      className="room-dialog"
      middle
      onClose={onClose}
      footer={
        <>
          <Button kind="ghost" onPress={onClose}>
            Keep things as they are
          </Button>
          <span className="grow" />
          <Button kind="primary" isDisabled={restore.isRunning} onPress={() => void go()}>
            {restore.isRunning ? 'Checking the backup…' : 'Go back at the next start'}
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <p className="t2">
          Everything since then is set aside, not deleted. You can come back to it, and until Broadsheet is closed you
          can change your mind.
        </p>
        <SetAside at={backup.at} />
      </div>
    </Dialog>
  );
}

function SetAside({ at }: { readonly at: number }) {
  const since = useAsk('backups.since', { at }).data;
  if (!since) return null;
  const { articles, marks, feeds } = since;
  return (
    <dl className="set-aside num">
      <Line value={articles} name={articles === 1 ? 'article came since' : 'articles came since'} />
      <Line value={marks} name={marks === 1 ? 'mark: read, starred, later' : 'marks: read, starred, later'} />
      <Line
        value={feeds.length}
        name={`${feeds.length === 1 ? 'feed' : 'feeds'} added${feeds.length > 0 && feeds.length < 4 ? `: ${feeds.join(', ')}` : ''}`}
      />
    </dl>
  );
}

function Line({ value, name }: { readonly value: number; readonly name: string }) {
  return (
    <div>
      <dd>{exactCount(value)}</dd>
      <dt className="t2" dir="auto">
        {name}
      </dt>
    </div>
  );
}
