/** Shown while the library is checked, mended or brought forward: what is done, how far it is, and that it may be left. */
import { useState } from 'react';
import type { StartProgress } from '../../../contract/start.ts';
import { client } from '../../client/client.ts';
import { share } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Note } from '../../ui/note.tsx';
import { StartEnded, StartPage } from '../../ui/start-page.tsx';
import { useProgress } from './use-progress.ts';
import './opening.css';

export function OpeningScreen({ progress: first }: { readonly progress: StartProgress }) {
  const { progress, failure } = useProgress(first);
  const [hasEnded, setEnded] = useState(false);
  const quit = async () => {
    const taken = await client.call('start.leave', { way: 'quit' });
    setEnded(taken.ok);
  };
  if (hasEnded) return <StartEnded />;
  return (
    <StartPage label="Broadsheet opens your library">
      <h1>Opening your library</h1>
      <p role="status">{progress.message}</p>
      {failure !== null && <Note kind="err">{failure}</Note>}
      <div className="opening-progress num">
        <Meter label="Opening your library" done={progress.done} total={progress.total} />
        <span className="t2">{percentOf(progress)}</span>
      </div>
      <div className="st-way st-plain">
        <span className="t2 grow">Whatever you do meanwhile, nothing is lost: the next start goes on with it</span>
        <Button onPress={() => void quit()}>Quit</Button>
      </div>
    </StartPage>
  );
}

/** Rounded down: a hundred is said only when all is done. */
function percentOf({ done, total }: StartProgress): string {
  return total === 0 ? '' : share(Math.floor((done / total) * 100) / 100);
}
