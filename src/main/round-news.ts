/** What a notification says: at most one for a whole round of fetching, and one for each view that asks to tell. */
import type { CoreEvent } from '../contract/events.ts';
import type { RefreshState } from '../contract/refresh.ts';

export interface News {
  readonly title: string;
  readonly body: string;
}

/** What to tell when a round has gone from `before` to `now`: only its end is news, and only if it brought something. */
export function newsOfRound(before: RefreshState | undefined, now: RefreshState): News | undefined {
  if (!before?.running || now.running || now.newArticles === 0) return undefined;
  return {
    title: inWords(now.newArticles),
    body: 'Open Broadsheet to read what has arrived.',
  };
}

/** What a saved search or a feed found, with the view that shows it; undefined for any other event. */
export function findIn(event: CoreEvent): (News & { readonly view: string }) | undefined {
  if (event.type !== 'saved-search-found' && event.type !== 'feed-found') return undefined;
  const view = event.type === 'feed-found' ? `feed:${event.id}` : `search:${event.id}`;
  return { title: event.name, body: inWords(event.added), view };
}

function inWords(articles: number): string {
  return articles === 1 ? '1 new article' : `${articles.toLocaleString('en-GB')} new articles`;
}
