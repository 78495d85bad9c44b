/** Shown while the library is checked, mended or brought forward: what is done, how far it is, and that it may be left. */
import { useState } from 'react';
import type { StartProgress } from '../../../contract/start.ts';
import { client } from '../../client/client.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Note } from '../../ui/note.tsx';
import { useProgress } from './use-progress.ts';
import './opening.css';

export function OpeningScreen({ progress: first }: { readonly progress: StartProgress }) {
  const { progress, failure } = useProgress(first);
  const [hasEnded, setEnded] = useState(false);
  const quit = async () => {
    const taken = await client.call('start.leave', { way: 'quit' });
    setEnded(taken.ok);
  };
  if (hasEnded) {
    return (
      <main className="op">
        <Empty icon="check" title="Broadsheet has ended">
          You can close this window.
        </Empty>
      </main>
    );
  }
  return (
    <main className="op" aria-label="Broadsheet opens your library">
      <div className="op-drag" />
      <div className="scroll">
        <div className="op-page">
          <h1>Opening your library</h1>
          <p role="status">{progress.message}</p>
          {failure !== null && <Note kind="err">{failure}</Note>}
          <div className="op-progress num">
            <Meter label="Opening your library" done={progress.done} total={progress.total} />
            <span className="t2">{percentOf(progress)}</span>
          </div>
          <div className="op-way">
            <span className="t2 grow">Whatever you do meanwhile, nothing is lost: the next start goes on with it</span>
            <Button onPress={() => void quit()}>Quit</Button>
          </div>
        </div>
      </div>
    </main>
  );
}

function percentOf({ done, total }: StartProgress): string {
  return total === 0 ? '' : `${Math.floor((done / total) * 100)} %`;
}
