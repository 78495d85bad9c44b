/** A list as it was at a moment: what had arrived by then, with the unread bits of then. */
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';
import { summariesOf } from './article-rows.ts';
import { idsOf } from './list-articles.ts';
import { type PastUnread, unreadAt } from './past-unread.ts';
import { type View, viewOf } from './views.ts';

type ListInput = ParsedInputOf<'articles.list'>;

const chunk = 1_000;
// Bounds the walk over articles that were read in a list that shows only unread ones.
const mostWalked = 200_000;

export function listAsOf(db: ReadableDb, input: ListInput & { readonly asOf: EpochMs }): OutputOf<'articles.list'> {
  const past = unreadAt(db, input.asOf);
  const onlyUnread = input.onlyUnread || input.view === 'unread';
  // All unread walks today's unread ones; then others were
  const view = viewOf(db, input.view === 'unread' ? 'all' : input.view, input.asOf);
  const [cursorId, shownBefore = 0] = input.cursor === undefined ? [] : input.cursor.split('.').map(Number);
  const walk = { after: cursorId, wanted: input.limit + 1, newestFirst: input.order === 'newest', onlyUnread };
  const found = pastIds(db, view, past, walk);
  const ids = found.slice(0, input.limit);
  const last = ids.at(-1);
  const articles = summariesOf(db, ids).map((article) => ({
    ...article,
    unread: past.bits.get(article.id) ?? article.unread,
  }));
  const shown = shownBefore + ids.length;
  const more = found.length > input.limit && last !== undefined;
  return {
    articles,
    ...(more ? { cursor: `${last}.${shown}` } : {}),
    total: shown + (more ? 1 : 0),
    unread: articles.filter((article) => article.unread).length,
    arrival: past.upToArrival,
    offset: shownBefore,
  };
}

function pastIds(
  db: ReadableDb,
  view: View,
  past: PastUnread,
  walk: {
    readonly after: number | undefined;
    readonly wanted: number;
    readonly newestFirst: boolean;
    readonly onlyUnread: boolean;
  },
): number[] {
  const ids: number[] = [];
  let { after } = walk;
  for (let walked = 0; walked < mostWalked && ids.length < walk.wanted; walked += chunk) {
    const some = idsOf(db, view, {
      onlyUnread: false,
      newestFirst: walk.newestFirst,
      after,
      limit: walk.onlyUnread ? chunk : walk.wanted,
      offset: 0,
      upToArrival: past.upToArrival,
    });
    ids.push(...(walk.onlyUnread ? unreadAmong(db, some, past) : some));
    after = some.at(-1);
    if (after === undefined || some.length < (walk.onlyUnread ? chunk : walk.wanted)) break;
  }
  return ids.slice(0, walk.wanted);
}

function unreadAmong(db: ReadableDb, ids: readonly number[], past: PastUnread): number[] {
  const now = new Set(
    db
      .all<{ article_id: number }>(
        'SELECT article_id FROM article_status WHERE article_id IN (SELECT value FROM json_each(:ids)) AND unread = 1',
        { ids: JSON.stringify(ids) },
      )
      .map((row) => row.article_id),
  );
  return ids.filter((id) => past.bits.get(id) ?? now.has(id));
}
