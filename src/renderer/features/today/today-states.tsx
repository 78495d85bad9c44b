/** A front page without news, and what a reader should know before reading one. */
import { NetworkTrouble, NothingHere, useNetwork } from '../../app/network-truth.tsx';
import { windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { editionState, isBare, loadEdition } from './edition-model.ts';

export function TodayNotes({ failure }: { readonly failure: string | null }) {
  return (
    <>
      {failure !== null && (
        <div className="fp-note">
          <Note
            kind="err"
            title="The front page could not be made anew."
            actions={
              <Button size="sm" onPress={() => void loadEdition()}>
                Try again
              </Button>
            }
          >
            {failure} This is the page before.
          </Note>
        </div>
      )}
      <NetworkNote />
    </>
  );
}

/** What the page that is shown does not have, and why. */
function NetworkNote() {
  const edition = useStore(editionState, (state) => state.edition);
  const network = useNetwork();
  const now = useNow();
  if (edition === null || isBare(edition) || (network.kind !== 'offline' && network.kind !== 'unreached')) return null;
  return (
    <div className="fp-note">
      <NetworkTrouble network={network} now={now} />
    </div>
  );
}

export function TodayEmpty() {
  const range = useStore(windowState, ({ today }) => today.range);
  return <NothingHere place={range === 'since-visit' ? 'sinceVisit' : 'today'} />;
}
