/** Who says it: the source's tile and name, and what else belongs on that line. */
import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import { useFeed } from '../client/library.ts';
import { SourceTile } from '../ui/source-tile.tsx';

interface SourceLineProps {
  readonly article: ArticleSummary;
  readonly children?: ReactNode;
}

export function SourceLine({ article, children }: SourceLineProps) {
  return (
    <div className="src num">
      <FeedTile article={article} />
      <span className="nm trunc">{article.feedTitle}</span>
      {children}
    </div>
  );
}

export function FeedTile({ article }: { readonly article: ArticleSummary }) {
  const feed = useFeed(article.feedId);
  return (
    <SourceTile name={article.feedTitle} host={feed?.host ?? article.publisher ?? ''} iconUrl={feed?.iconUrl ?? null} />
  );
}
