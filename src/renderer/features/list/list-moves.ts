/** Stepping through the list: next, previous, next unread across feeds. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { chosenArticles, noneChosen } from '../../app/current-article.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { toastFailure } from '../../app/undo.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { client } from '../../client/client.ts';
import { showToast } from '../../ui/toast.tsx';
import { fetchRow, listState, positionOf, rowAt } from './list-model.ts';
import { scrollToRow } from './list-scroll.ts';
import { reportsOf } from './unfolded-stories.ts';

type Step = 1 | -1;

/** Where the reader stood last, so that a step goes on from there when no article is open (one pane). */
let lastPosition = -1;

function positionNow(): number {
  const at = positionOf(placeNow().articleId);
  if (at >= 0) lastPosition = at;
  return at >= 0 ? at : Math.min(lastPosition, listState.get().total - 1);
}

export function forgetPosition(): void {
  lastPosition = -1;
}

/** A step goes on from here, where the open article is not held. */
export function standAt(position: number): void {
  lastPosition = position;
}

/** Where the reader stood last in this list; below 0 when nowhere yet. */
export function positionLeft(): number {
  return lastPosition;
}

/** Whether the reader is still where they were when this was called: an answer that comes later must lead nowhere. */
export function stillHere(): () => boolean {
  const place = placeNow();
  return () => placeNow() === place;
}

export function openRow(article: ArticleSummary, position: number, { replace }: { readonly replace: boolean }): void {
  lastPosition = position;
  chosenArticles.set(noneChosen);
  navigate({ articleId: article.id }, { replace });
  scrollToRow(position, 'auto');
}

/** A key pressed right after another list was chosen means that list: it waits for it. False where the reader went on meanwhile. */
async function isListThere(): Promise<boolean> {
  const isHere = stillHere();
  const isThere = () => listState.get().view === placeNow().view && listState.get().status !== 'loading';
  if (isThere()) return true;
  await new Promise<void>((resolve) => {
    const stop = listState.subscribe(() => {
      if (!isThere() && isHere()) return;
      stop();
      resolve();
    });
  });
  return isHere();
}

/** J and K: one row on, whatever it is. Does not fill the way back. */
export async function step(by: Step): Promise<void> {
  if (!(await isListThere())) return;
  const from = positionNow();
  const [beside] = besideInStory(from, by);
  if (beside) openRow(beside, from, { replace: true });
  else await stepTo(from < 0 ? 0 : from + by, by);
}

/** Opens the row at a position, if there is one; of an open story the report on this side. Does not fill the way back. */
export async function stepTo(to: number, by: Step = 1): Promise<void> {
  if (to < 0 || to >= listState.get().total) return;
  const isHere = stillHere();
  const row = rowAt(listState.get(), to) ?? (await fetchRow(to));
  if (!row || !isHere()) return;
  openRow(stopsOf(row).at(by > 0 ? 0 : -1) ?? row, to, { replace: true });
}

/** What keys stop at in a row: its reports where it is an open story, else itself. */
function stopsOf(row: ArticleSummary): readonly ArticleSummary[] {
  return reportsOf(row.id)?.map(({ article }) => article) ?? [row];
}

/** The other reports of the open story that the reader is in, in the direction of the step, nearest first. */
function besideInStory(position: number, by: Step): readonly ArticleSummary[] {
  const row = position < 0 ? undefined : rowAt(listState.get(), position);
  if (!row) return [];
  const stops = stopsOf(row);
  const at = stops.findIndex(({ id }) => id === placeNow().articleId);
  if (at < 0) return [];
  return by > 0 ? stops.slice(at + 1) : stops.slice(0, at).reverse();
}

/** N and P: the nearest unread one, going on into the next feed in the order of the sidebar. */
export async function stepUnread(by: Step): Promise<void> {
  const held = heldUnread(by);
  if (held) {
    openRow(held.article, held.position, { replace: false });
    return;
  }
  const { view, onlyUnread, order } = listState.get();
  const isHere = stillHere();
  const result = await client.call('articles.next', {
    view,
    onlyUnread,
    order,
    from: placeNow().articleId,
    direction: by > 0 ? 'next' : 'previous',
    unread: true,
  });
  if (!isHere()) return;
  if (!result.ok) return toastFailure(result.error.message);
  const { article, view: found } = result.value;
  if (!article) return showToast({ text: by > 0 ? 'No more unread articles' : 'No unread articles before this' });
  navigate({ view: found as typeof view, articleId: article.id });
}

/** What N and the space bar open next, as far as it is held. */
export function nextUnreadHeld(): { readonly article: ArticleSummary; readonly position: number } | undefined {
  return heldUnread(1);
}

function heldUnread(by: Step): { readonly article: ArticleSummary; readonly position: number } | undefined {
  const state = listState.get();
  const from = positionNow();
  const beside = besideInStory(from, by).find((article) => bitsOf(article).unread);
  if (beside) return { article: beside, position: from };
  for (let position = from + by; position >= 0 && position < state.total; position += by) {
    const row = rowAt(state, position);
    // What lies beyond is not held: the core knows it.
    if (!row) return undefined;
    const stops = by > 0 ? stopsOf(row) : [...stopsOf(row)].reverse();
    const article = stops.find((stop) => bitsOf(stop).unread);
    if (article) return { article, position };
  }
  return undefined;
}

/** Shift ↓ and ↑: one more row, or one fewer, in the choice. */
export async function extendChoice(by: Step): Promise<void> {
  const { articleId } = placeNow();
  const chosen = choiceSoFar();
  const to = positionNow() + by;
  const isHere = stillHere();
  const article = to >= 0 && to < listState.get().total ? await fetchRow(to) : undefined;
  if (!article || !isHere()) return;
  if (chosen.has(article.id) && articleId !== null) chosen.delete(articleId);
  else chosen.add(article.id);
  openRow(article, to, { replace: true });
  chosenArticles.set(chosen);
}

/** A choice begins with the open article, which is marked in the list already. */
function choiceSoFar(): Set<ArticleId> {
  const { articleId } = placeNow();
  const chosen = new Set(chosenArticles.get());
  if (chosen.size === 0 && articleId !== null) chosen.add(articleId);
  return chosen;
}

/** Ctrl and a click: this row too, or no longer. */
export function toggleChoice({ id }: ArticleSummary): void {
  const chosen = choiceSoFar();
  if (!chosen.delete(id)) chosen.add(id);
  chosenArticles.set(chosen);
}

/** All rows between the open article and this one. */
export function chooseUpTo(position: number): void {
  const state = listState.get();
  const from = positionNow();
  const chosen = new Set(chosenArticles.get());
  for (let at = Math.min(from, position); at <= Math.max(from, position); at += 1) {
    const article = rowAt(state, at);
    if (article) chosen.add(article.id);
  }
  chosenArticles.set(chosen);
}

/** Every row that is held. */
export function chooseAll(): void {
  chosenArticles.set(new Set([...listState.get().windows.values()].flat().map(({ id }) => id)));
}
