/** Turns the core's reports of a refresh into at most one notification for a whole round. */
import type { RefreshState } from '../contract/refresh.ts';

export interface News {
  readonly title: string;
  readonly body: string;
}

/** What to tell when a round has gone from `before` to `now`: only its end is news, and only if it brought something. */
export function newsOfRound(before: RefreshState | undefined, now: RefreshState): News | undefined {
  if (!before?.running || now.running || now.newArticles === 0) return undefined;
  const count = now.newArticles.toLocaleString('en-GB');
  return {
    title: now.newArticles === 1 ? '1 new article' : `${count} new articles`,
    body: 'Open Broadsheet to read what has arrived.',
  };
}
