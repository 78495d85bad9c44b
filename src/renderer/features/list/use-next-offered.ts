/** Keeps the article's page told of what the space bar leads to at its end. */
import { useEffect } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import { offerNext } from '../../app/next-article.ts';
import { watchBits } from '../../client/article-bits.ts';
import { feedsNow, foldersNow, viewTitle } from '../../client/library.ts';
import { debounce } from '../../lib/debounce.ts';
import { listState } from './list-model.ts';
import { nextUnreadHeld, openRow } from './list-moves.ts';

/** Marks come in bursts. */
const gatherMs = 60;

export function useNextOffered(after: ArticleId | null): void {
  useEffect(() => {
    if (after === null) return offerNext(null);
    const look = () => {
      const next = nextUnreadHeld();
      if (!next) return offerNext(null);
      const { article, position } = next;
      const listTitle = viewTitle(listState.get().view, { feeds: feedsNow(), folders: foldersNow() });
      offerNext({ after, article, listTitle, open: () => openRow(article, position, { replace: false }) });
    };
    const later = debounce(look, gatherMs);
    look();
    const stops = [listState.subscribe(later.call), watchBits(later.call)];
    return () => {
      for (const stop of stops) stop();
      later.flush();
      offerNext(null);
    };
  }, [after]);
}
