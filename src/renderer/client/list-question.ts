/** How a list is asked for: in windows of 200 rows, all at the same cut-off. */
import type { ArticleId, ViewName } from '../../contract/ids.ts';
import type { InputOf } from '../../contract/index.ts';
import type { WindowState } from './kept-window.ts';

export const windowRows = 200; // one request fills about 20 screens

export interface ListQuery {
  readonly view: ViewName;
  readonly onlyUnread: boolean;
  readonly order: 'newest' | 'oldest';
  /** One row a story. */
  readonly byStory: boolean;
}

interface CutOff {
  /** Shown although read, because they became so while the list was open. */
  readonly keep: readonly ArticleId[];
  /** Later ones wait behind the pill; undefined when the list is opened. */
  readonly arrival: number | undefined;
}

const nothingYet: CutOff = { keep: [], arrival: undefined };

/** Without the rows wanted; `limit` and `offset`, or `around`, are added to it. */
export function listQuestion(
  { view, onlyUnread, order, byStory }: ListQuery,
  { keep, arrival }: CutOff = nothingYet,
): InputOf<'articles.list'> {
  return {
    view,
    onlyUnread,
    order,
    byStory,
    keep: [...keep],
    ...(arrival === undefined ? {} : { upToArrival: arrival }),
  };
}

/** Rows that a list is opened with although read: that of the open article, and that at its top. */
export function keptAtStart(
  { view, articleId, listTop }: Pick<WindowState, 'view' | 'articleId' | 'listTop'>,
  onlyUnread: boolean,
): readonly ArticleId[] {
  if (!onlyUnread && view !== 'unread') return [];
  const top = listTop?.view === view ? listTop.articleId : null;
  return [...new Set([top, articleId])].filter((id) => id !== null);
}

/** The number of the window that holds a position: window 2 holds the rows from 400 on. */
export function windowAt(position: number): number {
  return Math.floor(position / windowRows);
}
