/** Shown instead of the window's lists when the library cannot be opened: why, and every way out, the likeliest first. */
import type { InputOf } from '../../../contract/index.ts';
import type { StartTrouble, StartWay } from '../../../contract/start.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { StartEnded, StartPage } from '../../ui/start-page.tsx';
import { BackupChoice } from './backup-choice.tsx';
import { FolderWay } from './folder-way.tsx';
import { titleOf, workingWords } from './trouble-words.ts';
import { useWayOut } from './use-way-out.ts';
import './start-trouble.css';

export function TroubleScreen({ trouble: first }: { readonly trouble: StartTrouble }) {
  const { trouble, working, failure, hasEnded, take } = useWayOut(first);
  if (hasEnded) return <StartEnded />;
  return (
    <StartPage label="Broadsheet has no library">
      <h1>{titleOf(trouble.code)}</h1>
      <p>{trouble.message}</p>
      <p className="st-folder t2">{trouble.folder}</p>
      {failure !== null && <Note kind="err">{failure}</Note>}
      {trouble.ways.map((way, place) => (
        <Way key={way} way={way} trouble={trouble} isFirst={place === 0} isBusy={working !== null} take={take} />
      ))}
      <p className="st-working t2" role="status">
        {working === null ? '' : workingWords[working]}
      </p>
    </StartPage>
  );
}

interface WayProps {
  readonly way: StartWay;
  readonly trouble: StartTrouble;
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly take: (wish: InputOf<'start.leave'>) => void;
}

function Way({ way, trouble, isFirst, isBusy, take }: WayProps) {
  switch (way) {
    case 'restore':
      return (
        <section className="st-way" aria-label="Restore a backup">
          <p>Each of these was checked when it was made. The damaged library is kept beside it, under another name.</p>
          <BackupChoice backups={trouble.backups} isDisabled={isBusy} onRestore={(backup) => take({ way, backup })} />
        </section>
      );
    case 'copy':
    case 'open':
      return <Folder {...{ way, trouble, isFirst, isBusy, take }} />;
    default:
      return <Plain {...{ way, trouble, isFirst, isBusy, take }} />;
  }
}

function Folder({ way, trouble, isFirst, isBusy, take }: WayProps) {
  if (way !== 'copy' && way !== 'open') return null;
  const words =
    way === 'copy'
      ? {
          label: 'Copy it to',
          help: 'A new folder of your own. Next time, name this one when you start Broadsheet: --library FOLDER.',
          start: trouble.copyTo,
          button: 'Copy and open',
        }
      : { label: 'Another library', help: 'The full path of its folder on this computer.', start: '', button: 'Open' };
  return (
    <div className="st-way">
      <FolderWay {...words} isFirst={isFirst} isDisabled={isBusy} onChoose={(folder) => take({ way, folder })} />
    </div>
  );
}

const plainWords = {
  'try-again': { about: 'If you have done something about it', button: 'Try again' },
  'begin-anew': { about: 'An empty library. The one that is there is kept beside it.', button: 'Start a new library' },
  quit: { about: 'Leave everything as it is', button: 'Quit' },
} as const;
const openWords = { about: 'As it is now', button: 'Open the library' };

function Plain({ way, trouble, isFirst, isBusy, take }: WayProps) {
  if (way !== 'try-again' && way !== 'begin-anew' && way !== 'quit') return null;
  // what lay there was not tried, and mostly is out of the way by now
  const isFirstTry = way === 'try-again' && trouble.code === 'library_not_ours';
  const { about, button } = isFirstTry ? openWords : plainWords[way];
  const hasNoBackup = way === 'begin-anew' && trouble.code === 'library_damaged' && trouble.backups.length === 0;
  return (
    <div className="st-way st-plain">
      <span className="t2 grow">{hasNoBackup ? `There is no backup in its folder. ${about}` : about}</span>
      <Button
        kind={isFirst ? 'primary' : 'plain'}
        autoFocus={isFirst}
        isDisabled={isBusy}
        onPress={() => take({ way })}
      >
        {button}
      </Button>
    </div>
  );
}
