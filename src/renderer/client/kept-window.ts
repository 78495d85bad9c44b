/** What the window looked like when it was left, as it is kept in the library. */
import type { ArticleId, ViewName } from '../../contract/ids.ts';

export interface WindowState {
  readonly view: ViewName;
  readonly articleId: ArticleId | null;
  /** The row at the top of the list, and how many px of it are above the edge. */
  readonly listTop: { readonly view: ViewName; readonly articleId: ArticleId; readonly above: number } | null;
  readonly openFolders: readonly number[];
  readonly sideWidth: number | null;
  readonly listWidth: number | null;
  readonly sideHidden: boolean;
  readonly today: TodayState;
}

/** How the reader wants the front page. */
export interface TodayState {
  readonly range: 'morning' | 'since-visit' | 'day';
  /** Names of its parts from top to bottom; parts that are not named come where they usually are. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

export const atFirst: WindowState = {
  view: 'today',
  articleId: null,
  listTop: null,
  openFolders: [],
  sideWidth: null,
  listWidth: null,
  sideHidden: false,
  today: { range: 'day', order: [], hidden: [] },
};

/** The state that was kept as `kept`; that of a first start when there is none. */
export function keptWindow(kept: unknown): WindowState {
  // Written by this window only; a field of an older version is simply missing.
  return isKept(kept) ? { ...atFirst, ...kept } : atFirst;
}

export function isKept(kept: unknown): kept is Partial<WindowState> {
  return kept !== null && typeof kept === 'object' && !Array.isArray(kept);
}
