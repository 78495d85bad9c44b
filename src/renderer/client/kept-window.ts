/** What the window looked like when it was left, as it is kept in the library. */
import type { ArticleId, ViewName } from '../../contract/ids.ts';

export interface WindowState {
  readonly view: ViewName;
  readonly articleId: ArticleId | null;
  /** The row at the top of the list, and how many px of it are above the edge. */
  readonly listTop: { readonly view: ViewName; readonly articleId: ArticleId; readonly above: number } | null;
  /** The search that stood in the place of the list; null when another page did. */
  readonly search: KeptSearch | null;
  readonly openFolders: readonly number[];
  readonly sideWidth: number | null;
  readonly listWidth: number | null;
  readonly sideHidden: boolean;
  /** How the feeds of the sidebar stand. */
  readonly feedOrder: 'own' | 'name' | 'unread';
  /** The sidebar leaves out feeds with nothing unread. */
  readonly onlyUnreadFeeds: boolean;
  readonly today: TodayState;
  /** Where the reader was, last first, as the palette calls it (app/recent-places.ts). */
  readonly recent: readonly string[];
  /** How often each line of the palette was chosen. */
  readonly uses: Readonly<Record<string, number>>;
}

export interface KeptSearch {
  readonly query: string;
  readonly order: 'best' | 'newest' | 'oldest';
  /** Position of the chosen hit. */
  readonly at: number;
  /** The hit at the top edge, and how many px of it are above; null: at the top. */
  readonly top: { readonly position: number; readonly above: number } | null;
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
  search: null,
  openFolders: [],
  sideWidth: null,
  listWidth: null,
  sideHidden: false,
  feedOrder: 'own',
  onlyUnreadFeeds: false,
  today: { range: 'day', order: [], hidden: [] },
  recent: [],
  uses: {},
};

/** The state that was kept as `kept`; that of a first start when there is none. */
export function keptWindow(kept: unknown): WindowState {
  return isKept(kept) ? { ...atFirst, ...fitting(kept) } : atFirst;
}

export function isKept(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return kept !== null && typeof kept === 'object' && !Array.isArray(kept);
}

/**
 * A field of an older version is missing, and the library may be somebody else's: what is of no form of ours would keep the
 * window from being drawn, at each start.
 */
function fitting(kept: Readonly<Record<string, unknown>>): Partial<WindowState> {
  const fits: { readonly [Name in keyof WindowState]: boolean } = {
    view: isView(kept.view),
    articleId: kept.articleId === null || isId(kept.articleId),
    listTop: kept.listTop === null || isListTop(kept.listTop),
    search: kept.search === null || isSearch(kept.search),
    openFolders: isListOf(kept.openFolders, isId),
    sideWidth: kept.sideWidth === null || isWidth(kept.sideWidth),
    listWidth: kept.listWidth === null || isWidth(kept.listWidth),
    sideHidden: typeof kept.sideHidden === 'boolean',
    feedOrder: ['own', 'name', 'unread'].includes(String(kept.feedOrder)),
    onlyUnreadFeeds: typeof kept.onlyUnreadFeeds === 'boolean',
    today: isToday(kept.today),
    recent: isListOf(kept.recent, isText),
    uses: isKept(kept.uses) && Object.values(kept.uses).every((times) => Number.isFinite(times)),
  };
  const names = Object.entries(fits).flatMap(([name, isFit]) => (isFit ? [name] : []));
  return Object.fromEntries(names.map((name) => [name, kept[name]]));
}

const isText = (value: unknown): boolean => typeof value === 'string';

const isId = (value: unknown): boolean => Number.isSafeInteger(value);

const isView = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(?:today|for-you|all|unread|starred|later|hidden|(?:feed|folder|search):\d{1,15})$/.test(value);

/** In px: with any more the other panes would be out of sight. */
const isWidth = (value: unknown): boolean => typeof value === 'number' && value >= 100 && value <= 1000;

const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

function isListTop(value: unknown): boolean {
  return isKept(value) && isView(value.view) && isId(value.articleId) && Number.isFinite(value.above);
}

function isSearch(value: unknown): boolean {
  if (!isKept(value) || typeof value.query !== 'string' || !isId(value.at)) return false;
  const { top } = value;
  const isTop = top === null || (isKept(top) && isId(top.position) && Number.isFinite(top.above));
  return isTop && ['best', 'newest', 'oldest'].includes(String(value.order));
}

function isToday(value: unknown): boolean {
  const isName = (one: unknown): boolean => typeof one === 'string';
  return (
    isKept(value) &&
    ['morning', 'since-visit', 'day'].includes(String(value.range)) &&
    isListOf(value.order, isName) &&
    isListOf(value.hidden, isName)
  );
}
