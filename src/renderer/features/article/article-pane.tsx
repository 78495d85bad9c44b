/** The right pane: the open article, or a quiet page when none is. */
import { Suspense } from 'react';
import { runCommand } from '../../app/commands.ts';
import { chosenArticles } from '../../app/current-article.ts';
import { emptyList } from '../../app/empty-list.ts';
import { usePlace } from '../../app/navigation.ts';
import { PartBoundary } from '../../app/part-boundary.tsx';
import { Lazy } from '../../lib/lazily.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { BareBar } from './bare-bar.tsx';
import { FocusHint } from './focus-hint.tsx';
import { openArticle } from './lazy-article.ts';
import { ManyChosen } from './many-chosen.tsx';
import { useOffered } from './use-article.ts';
import './article-pane.css';
import './article-text.css';

export function ArticlePane() {
  const id = usePlace((place) => place.articleId);
  const chosen = useStore(chosenArticles, (articles) => articles);
  useOffered();
  return (
    <section className="read" aria-label="Article" data-region-part="article" tabIndex={-1}>
      <FocusHint />
      {chosen.size > 1 ? (
        <ManyChosen chosen={chosen} />
      ) : id === null ? (
        <NothingOpen />
      ) : (
        <PartBoundary part={openArticle} about={id}>
          <Suspense fallback={<BareBar />}>
            <Lazy part={openArticle} props={{ id }} />
          </Suspense>
        </PartBoundary>
      )}
    </section>
  );
}

function NothingOpen() {
  const hasNothing = useStore(emptyList, (isEmpty) => isEmpty);
  if (hasNothing) return <BareBar />;
  return (
    <>
      <BareBar />
      <Empty
        icon="today"
        title="Nothing is open"
        actions={<Button onPress={() => void runCommand('article.nextUnread')}>Read the next unread</Button>}
      >
        Choose an article from the list. J and K step through it, and the space bar pages on.
      </Empty>
    </>
  );
}
