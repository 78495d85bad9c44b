/** The page itself: its head, its parts in the reader's order, and its end. */

import { useRef } from 'react';
import { useFocusNotLost } from '../../app/use-focus-not-lost.ts';
import { windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Bands } from './bands.tsx';
import { showNewer } from './commands.ts';
import { editionState, isBare, loadEdition } from './edition-model.ts';
import { Masthead } from './masthead.tsx';
import { PageEnd } from './page-end.tsx';
import { TodaySkeleton } from './today-skeleton.tsx';
import { TodayEmpty, TodayNotes } from './today-states.tsx';

export function TodayPage() {
  const { status, edition, waiting, failure, isHeld } = useStore(editionState, (state) => state);
  const layout = useStore(windowState, ({ today }) => today);
  const page = useRef<HTMLElement>(null);
  useFocusNotLost(page, edition);
  const isSlow = useSlow(status === 'loading' && edition === null);
  if (status === 'failed' && edition === null) {
    return (
      <Empty icon="warn" title="The front page could not be made" actions={<TryAgain />}>
        {failure}
      </Empty>
    );
  }
  return (
    <>
      {waiting && (
        <Button kind="primary" size="sm" className="new-page num" onPress={showNewer}>
          Newer front page
        </Button>
      )}
      <section
        ref={page}
        className="scroll page-scroll"
        data-region-part="list"
        tabIndex={0}
        aria-label="Front page"
        aria-busy={status === 'loading'}
      >
        <div className="fp">
          <Masthead edition={edition} />
          <TodayNotes failure={status === 'failed' ? failure : null} />
          {isHeld ? (
            <TodaySkeleton />
          ) : edition === null ? (
            isSlow && <TodaySkeleton />
          ) : isBare(edition) ? (
            <TodayEmpty />
          ) : (
            <>
              <Bands edition={edition} layout={layout} />
              <PageEnd edition={edition} />
            </>
          )}
        </div>
      </section>
    </>
  );
}

function TryAgain() {
  return <Button onPress={() => void loadEdition()}>Try again</Button>;
}
