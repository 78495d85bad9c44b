/** Who says it: the source's tile and name, and what else belongs on that line. */
import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import { useFeed, useFeeds } from '../client/library.ts';
import { directionOf } from '../lib/direction.ts';
import { SourceTile } from '../ui/source-tile.tsx';

interface SourceLineProps {
  readonly article: ArticleSummary;
  readonly children?: ReactNode;
}

export function SourceLine({ article, children }: SourceLineProps) {
  return (
    // On the side of its headline, which goes by its letters.
    <div className="src num" dir={directionOf(article)}>
      <FeedTile article={article} />
      <span className="nm trunc">{article.feedTitle}</span>
      {children}
    </div>
  );
}

/** The tile of a publisher: its feed's own, so that one source looks the same wherever it is named. */
export function PublisherTile({ publisher, name }: { readonly publisher: string; readonly name?: string }) {
  const feed = useFeeds().find(({ host }) => host === publisher || host.endsWith(`.${publisher}`));
  return (
    <SourceTile
      name={name ?? feed?.title ?? publisher}
      host={feed?.host ?? publisher}
      iconUrl={feed?.iconUrl ?? null}
    />
  );
}

export function FeedTile({ article }: { readonly article: ArticleSummary }) {
  const feed = useFeed(article.feedId);
  return (
    <SourceTile name={article.feedTitle} host={feed?.host ?? article.publisher ?? ''} iconUrl={feed?.iconUrl ?? null} />
  );
}
