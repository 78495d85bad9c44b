/**
 * The list that is open: rows in windows of 200, at most 1,000 held, all that had arrived when it was opened. It lives
 * outside React so that a key finds the next article without waiting for a component.
 */

import { replaceEqualDeep } from '@tanstack/react-query';
import type { ArticleSummary, StoryMember } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { placeNow } from '../../app/navigation.ts';
import { learnBits } from '../../client/article-bits.ts';
import { client } from '../../client/client.ts';
import { type ListQuery, listQuestion, windowAt, windowRows } from '../../client/list-question.ts';
import { createStore } from '../../lib/store.ts';
import { unfoldedArticle } from './unfolded-stories.ts';

const mostWindows = 5; // 1,000 rows held

export interface ListState extends ListQuery {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: string | null;
  readonly total: number;
  /** Articles that arrived after the list was opened and wait behind the pill. */
  readonly newCount: number;
  /** Highest arrival number that the reader has seen here. */
  readonly arrival: number | undefined;
  /** Windows by number, as client/list-question.ts counts them. */
  readonly windows: ReadonlyMap<number, readonly ArticleSummary[]>;
  /** Reports of the stories that rows stand for, by the row's article. */
  readonly stories: ReadonlyMap<ArticleId, readonly StoryMember[]>;
  /** Grows with each list opened: scrolling begins again. */
  readonly generation: number;
}

export const listState = createStore<ListState>({
  view: 'today',
  onlyUnread: false,
  order: 'newest',
  byStory: true,
  status: 'loading',
  failure: null,
  total: 0,
  newCount: 0,
  arrival: undefined,
  windows: new Map(),
  stories: new Map(),
  generation: 0,
});

/** Shown although read, because they became so while the list was open. */
const keep = new Set<ArticleId>();
const mostKept = 2000; // what the contract takes
const asked = new Set<number>();
let shown = { first: 0, last: 0 };

function pageInput(state: ListState): InputOf<'articles.list'> {
  const kept = state.onlyUnread || state.view === 'unread' ? [...keep].slice(-mostKept) : [];
  return listQuestion(state, { keep: kept, arrival: state.arrival });
}

interface Reach {
  /** In reach from the start; null: the top of the list is. */
  readonly around?: ArticleId | null;
  /** Rows that are shown although read. */
  readonly kept?: readonly ArticleId[];
}

/**
 * Opens a list from its top, or with an article in reach. Answers the position of that article, or of what comes after it
 * where it is not in the list, or 0; null when another list was opened meanwhile.
 */
export async function openList(query: ListQuery, { around = null, kept = [] }: Reach = {}): Promise<number | null> {
  const generation = listState.get().generation + 1;
  keep.clear();
  keepInList(kept);
  asked.clear();
  shown = { first: 0, last: 0 };
  const state: ListState = {
    ...query,
    status: 'loading',
    failure: null,
    total: 0,
    newCount: 0,
    arrival: undefined,
    windows: new Map(),
    stories: new Map(),
    generation,
  };
  listState.set(state);
  const { offset } = around === null ? { offset: 0 } : await placeInList(around);
  if (listState.get().generation !== generation) return null;
  await loadWindow(windowAt(offset));
  if (listState.get().generation !== generation) return null;
  const exact = positionOf(around);
  return exact >= 0 ? exact : offset;
}

/** Where an article stands, or would: how many come before it. Rows kept although read are not counted. */
export async function placeInList(around: ArticleId): Promise<{ readonly offset: number; readonly isThere: boolean }> {
  const result = await client.call('articles.list', { ...pageInput(listState.get()), limit: 1, around });
  if (!result.ok) return { offset: 0, isThere: false };
  return { offset: result.value.offset, isThere: result.value.articles[0]?.id === around };
}

async function loadWindow(number: number): Promise<void> {
  const before = listState.get();
  if (asked.has(number)) return;
  asked.add(number);
  const input = { ...pageInput(before), limit: windowRows, offset: number * windowRows };
  const result = await client.call('articles.list', input);
  const state = listState.get();
  if (state.generation !== before.generation) return;
  asked.delete(number);
  if (!result.ok) {
    if (state.status === 'loading') listState.set({ ...state, status: 'failed', failure: result.error.message });
    return;
  }
  const { articles, total, arrival, stories: found = [] } = result.value;
  learnBits(articles);
  for (const { members } of found) learnBits(members);
  // Rows that are as they were stay the same objects, so that asking again draws only what changed.
  const rows = replaceEqualDeep(state.windows.get(number), articles);
  const stories = withStories(state.stories, articles, found);
  const isSame = rows === state.windows.get(number) && stories === state.stories;
  const isAsBefore = isSame && total === state.total && state.status === 'ready';
  if (isAsBefore) return;
  const windows = new Map(state.windows).set(number, rows);
  dropFarthest(windows);
  listState.set({
    ...state,
    status: 'ready',
    failure: null,
    total,
    windows,
    stories,
    arrival: state.arrival ?? arrival,
  });
}

type StoriesFound = NonNullable<OutputOf<'articles.list'>['stories']>;

/** What is known of stories, with what a window brought: a row of it that stands for none now stood for one before. */
function withStories(before: ListState['stories'], rows: readonly ArticleSummary[], found: StoriesFound) {
  const present = new Map(found.map(({ head, members }) => [head, members]));
  const isAsBefore = rows.every(({ id }) => isSameStory(before.get(id), present.get(id)));
  if (isAsBefore) return before;
  const stories = new Map(before);
  for (const { id } of rows) {
    const members = present.get(id);
    if (members) stories.set(id, members);
    else stories.delete(id);
  }
  return stories;
}

/** Marks are watched apart: the same reports are the same story. */
function isSameStory(one: readonly StoryMember[] | undefined, other: readonly StoryMember[] | undefined): boolean {
  return one?.map(({ id }) => id).join() === other?.map(({ id }) => id).join();
}

/** The story whose row this article stands for, or is a report under. */
export function storyOf(id: ArticleId): { readonly head: ArticleId; readonly members: readonly StoryMember[] } | null {
  return storyIn(listState.get().stories, id);
}

function storyIn(stories: ListState['stories'], id: ArticleId): ReturnType<typeof storyOf> {
  const own = stories.get(id);
  if (own) return { head: id, members: own };
  for (const [head, members] of stories) if (members.some((member) => member.id === id)) return { head, members };
  return null;
}

function dropFarthest(windows: Map<number, readonly ArticleSummary[]>): void {
  const middle = (shown.first + shown.last) / 2 / windowRows - 0.5;
  const open = openWindow(windows);
  const others = [...windows.keys()].filter((number) => number !== open);
  others.sort((one, other) => Math.abs(other - middle) - Math.abs(one - middle));
  for (const number of others.slice(0, Math.max(0, windows.size - mostWindows))) windows.delete(number);
}

/** The window with the open article is held wherever the list is scrolled: its row may have the focus. */
function openWindow(windows: ListState['windows']): number {
  return windowAt(positionIn(windows, placeNow().articleId));
}

export function rowAt(state: Pick<ListState, 'windows'>, position: number): ArticleSummary | undefined {
  return state.windows.get(windowAt(position))?.[position % windowRows];
}

/** Where a held article stands, or the story that it is folded into; -1 when it is not held. */
export function positionOf(id: ArticleId | null): number {
  const { windows, stories } = listState.get();
  const own = positionIn(windows, id);
  if (own >= 0 || id === null) return own;
  return positionIn(windows, storyIn(stories, id)?.head ?? null);
}

function positionIn(windows: ListState['windows'], id: ArticleId | null): number {
  if (id === null) return -1;
  for (const [number, rows] of windows) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return number * windowRows + at;
  }
  return -1;
}

export function heldArticle(id: ArticleId): ArticleSummary | undefined {
  const row = rowAt(listState.get(), positionOf(id));
  return row?.id === id ? row : unfoldedArticle(id);
}

/** Rows in sight, and some on both sides: what is missing of them is asked for. */
export function showRows(first: number, last: number): void {
  shown = { first, last };
  const { windows, status } = listState.get();
  if (status !== 'ready') return;
  for (let number = windowAt(first); number <= windowAt(last); number += 1) {
    if (!windows.has(number)) void loadWindow(number);
  }
}

/** The row, asked for if it is not held. */
export async function fetchRow(position: number): Promise<ArticleSummary | undefined> {
  if (!rowAt(listState.get(), position)) await loadWindow(windowAt(position));
  return rowAt(listState.get(), position);
}

/** A row that became read while the list is open stays in it. */
export function keepInList(ids: Iterable<ArticleId>): void {
  for (const id of ids) keep.add(id);
}

export function keptRows(): readonly ArticleId[] {
  return [...keep];
}

/** Asks again for what is in sight, at the same cut-off: something in it changed elsewhere. */
export async function reloadShown(): Promise<void> {
  const state = listState.get();
  if (state.status !== 'ready') return;
  const first = windowAt(shown.first);
  const last = windowAt(shown.last);
  const open = openWindow(state.windows);
  // Others out of sight are asked for when they come into it.
  const windows = new Map(
    [...state.windows].filter(([number]) => (number >= first && number <= last) || number === open),
  );
  listState.set({ ...state, windows });
  await Promise.all([...windows.keys()].map((number) => loadWindow(number)));
}

/** How many articles wait behind the pill now. A list with nothing in it takes them in at once. */
export async function countNew(): Promise<void> {
  const state = listState.get();
  if (state.status !== 'ready') return;
  // Articles and not rows: what joins a story that has its row is new, too.
  const ungrouped = { ...state, byStory: false };
  const upToNow = await client.call('articles.list', { ...pageInput({ ...ungrouped, arrival: undefined }), limit: 1 });
  const upToThen = await client.call('articles.list', { ...pageInput(ungrouped), limit: 1 });
  const now = listState.get();
  if (now.generation !== state.generation || !upToNow.ok || !upToThen.ok) return;
  const newCount = Math.max(0, upToNow.value.total - upToThen.value.total);
  if (newCount > 0 && now.total === 0) await openList(now);
  else listState.set({ ...now, newCount });
}
