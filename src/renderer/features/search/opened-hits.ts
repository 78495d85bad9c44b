/** Articles that were opened from results: only those stand beside them, not what the reader's list left open. */

import type { ArticleId } from '../../../contract/ids.ts';
import { navigate, placeNow, usePlace } from '../../app/navigation.ts';

const opened = new Set<ArticleId>();

/** The article beside the results; null when there is none. */
export function useOpenedHit(): ArticleId | null {
  return usePlace(({ articleId }) => (articleId !== null && opened.has(articleId) ? articleId : null));
}

/** Stepping through results takes the place of the present article; opening the first can be gone back from. */
export function openHit(articleId: ArticleId, query: string): void {
  const { articleId: before } = placeNow();
  opened.add(articleId);
  const isStep = before !== null && opened.has(before);
  navigate({ screen: 'search', argument: query, articleId }, { replace: isStep });
}

export function closeHit(): void {
  navigate({ screen: 'search', articleId: null }, { replace: true });
}
