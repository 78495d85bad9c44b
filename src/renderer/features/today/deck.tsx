/** What stands under a headline, set in its own language and direction. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import { classNames } from '../../lib/class-names.ts';
import { shorter } from '../../lib/shorter.ts';

interface DeckProps {
  readonly article: ArticleSummary;
  /** In characters; absent: all of it. */
  readonly room?: number;
  readonly className?: string;
}

export function Deck({ article, room = Number.POSITIVE_INFINITY, className }: DeckProps) {
  if (!article.summary) return null;
  return (
    <p className={classNames('dk', className)} lang={article.language ?? undefined} dir="auto">
      {shorter(article.summary, room)}
    </p>
  );
}
