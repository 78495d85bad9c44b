/** What the space bar leads to at the end of an article: the list knows it, and the article shows it. */
import type { ArticleSummary } from '../../contract/articles.ts';
import { createStore, useStore } from '../lib/store.ts';

interface NextArticle {
  /** The one at whose end it is offered. */
  readonly after: ArticleSummary['id'];
  readonly article: ArticleSummary;
  /** What the list is called. */
  readonly listTitle: string;
  readonly open: () => void;
}

const offered = createStore<NextArticle | null>(null);

export function offerNext(next: NextArticle | null): void {
  offered.set(next);
}

export function useNextArticle(after: ArticleSummary['id']): NextArticle | null {
  return useStore(offered, (next) => (next?.after === after ? next : null));
}
