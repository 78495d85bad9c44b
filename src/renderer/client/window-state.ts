/** What the window looked like when it was left: restored before the first paint, kept while it is used. */
import type { ArticleId, ViewName } from '../../contract/ids.ts';
import { debounce } from '../lib/debounce.ts';
import { createStore } from '../lib/store.ts';
import { client } from './client.ts';

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

const atFirst: WindowState = {
  view: 'today',
  articleId: null,
  listTop: null,
  openFolders: [],
  sideWidth: null,
  listWidth: null,
  sideHidden: false,
  today: { range: 'day', order: [], hidden: [] },
};

const stateKey = 'window';
const keepAfterMs = 400;

export const windowState = createStore<WindowState>(atFirst);

const keep = debounce(
  () => void client.call('state.set', { key: stateKey, value: { ...windowState.get() } as never }),
  keepAfterMs,
);

export function rememberState(change: Partial<WindowState>): void {
  windowState.set((before) => ({ ...before, ...change }));
  keep.call();
}

/** Reads what was kept. A library that was never opened in a window answers null: then folders begin open. */
export async function restoreState(): Promise<{ readonly isFirst: boolean }> {
  const result = await client.call('state.get', { key: stateKey });
  const kept = result.ok ? result.value.value : null;
  if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return { isFirst: true };
  // Written by this file only; a field of an older version is simply missing.
  windowState.set({ ...atFirst, ...(kept as Partial<WindowState>) });
  return { isFirst: false };
}

addEventListener('pagehide', () => keep.flush());
