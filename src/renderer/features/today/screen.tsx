/** Today: a front page with an end. Catching up is a page of its own behind it. */
import { useEffect, useMemo, useRef } from 'react';
import { goBack, navigate, type ScreenProps } from '../../app/navigation.ts';
import { PageWithArticle } from '../../app/page-with-article.tsx';
import { client } from '../../client/client.ts';
import { windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { ScreenBar } from '../../ui/screen-bar.tsx';
import { CatchUp } from './catch-up.tsx';
import { useTodayCommands } from './commands.ts';
import { editionState, followCore, isBare, openEdition, rowsOf } from './edition-model.ts';
import { wantedSections } from './page-parts.ts';
import { TodayBar } from './today-bar.tsx';
import { TodayPage } from './today-page.tsx';
import './today.css';
import './today-bands.css';
import './today-sections.css';
import './today-narrow.css';

export function Screen({ argument, article }: ScreenProps) {
  const edition = useStore(editionState, (state) => state.edition);
  const articles = useMemo(
    () => (edition ? [...rowsOf(edition).map((row) => row.article), ...edition.leadCoverage] : []),
    [edition],
  );
  useEdition();
  useVisit();
  useTodayCommands();
  if (argument === 'catch-up') {
    return (
      <CatchUp
        article={article}
        bar={(minutes) => (
          <ScreenBar title="Catch up" onBack={() => navigate({ screen: 'today', view: 'today' })}>
            {minutes}
          </ScreenBar>
        )}
      />
    );
  }
  return (
    <PageWithArticle back="Back to Today" article={article} articles={articles}>
      <TodayBar onBack={goBack} />
      <TodayPage />
    </PageWithArticle>
  );
}

/** Asks for the page that the reader wants, and for newer ones as articles arrive. */
function useEdition(): void {
  const { range, order, hidden } = useStore(windowState, ({ today }) => today);
  useEffect(() => {
    const sections = wantedSections(order, hidden);
    void openEdition({ range, ...(sections === undefined ? {} : { sections }) });
  }, [range, order, hidden]);
  useEffect(followCore, []);
}

/**
 * Leaving the page is the visit that "since last visit" counts from. Reading one of its articles is not leaving, and a
 * page with nothing on it was no visit.
 */
function useVisit(): void {
  const seen = useRef<number | null>(null);
  const edition = useStore(editionState, (state) => state.edition);
  seen.current = edition && !isBare(edition) ? edition.arrival : null;
  useEffect(() => {
    const leave = () => {
      if (seen.current !== null) void client.call('edition.visited', { arrival: seen.current });
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
