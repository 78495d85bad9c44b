/** What can be done with feeds from the table and the details: each with a toast, and Undo where it changes something. */
import type { FeedSettings, FeedSummary } from '../../../contract/feeds.ts';
import type { FeedId, FolderId, OperationId } from '../../../contract/ids.ts';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client, queryClient } from '../../client/client.ts';
import { feedsNow } from '../../client/library.ts';
import { markScopeRead } from '../../client/mark-articles.ts';
import { askKey } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';
import { settingsAfter } from './settings-after.ts';

export interface NamedFeed {
  readonly id: FeedId;
  readonly title: string;
}

/** 'Eastbank Record', '3 feeds' */
export function named(feeds: readonly NamedFeed[]): string {
  const [only, ...others] = feeds;
  return only && others.length === 0 ? only.title : counted(feeds.length, 'feed', 'feeds');
}

const idsOf = (feeds: readonly NamedFeed[]): FeedId[] => feeds.map(({ id }) => id);

/** Fetches feeds. Those asked a moment ago are left alone, and the toast offers to ask them all the same. */
export async function checkFeeds(feeds: readonly NamedFeed[], { force = false } = {}): Promise<void> {
  const result = await client.call('feeds.refresh', { feedIds: idsOf(feeds), force });
  if (!result.ok) {
    if (result.error.code !== 'cancelled') toastFailure(result.error.message);
    return;
  }
  if (!result.value.cancelled) tellResult(feeds, result.value);
}

function tellResult(feeds: readonly NamedFeed[], summary: OutputOf<'feeds.refresh'>): void {
  const recent = summary.results.filter(({ code }) => code === 'checked_recently');
  if (recent.length > 0) {
    const left = feeds.filter(({ id }) => recent.some(({ feedId }) => feedId === id));
    const [only] = recent;
    const why = (recent.length === 1 && only?.message) || `${named(left)} were checked less than 10 minutes ago.`;
    showToast({
      text: why.replace(/ Refresh anyway.*/s, ''),
      action: { label: 'Refresh anyway', run: () => void checkFeeds(left, { force: true }) },
    });
    return;
  }
  const [first] = summary.results;
  const isHeld = summary.results.length === 1 && (first?.outcome === 'failed' || first?.outcome === 'skipped');
  if (isHeld && first?.message) showToast({ text: first.message });
  else if (summary.added > 0) showToast({ text: `${counted(summary.added, 'new article', 'new articles')}` });
  else if (summary.failed > 0)
    showToast({ text: `Nothing new; ${counted(summary.failed, 'feed', 'feeds')} in trouble` });
  else showToast({ text: `Nothing new in ${named(feeds)}` });
}

/** One operation for each feed: Undo takes back all of them. */
export async function markFeedsRead(feeds: readonly NamedFeed[]): Promise<void> {
  const operations: OperationId[] = [];
  let changed = 0;
  for (const { id } of feeds) {
    const result = await markScopeRead({ view: `feed:${id}` });
    if (!result.ok) return toastFailure(result.error.message);
    changed += result.value.changed;
    if (result.value.operationId !== null) operations.push(result.value.operationId);
  }
  if (changed === 0) showToast({ text: 'Everything here is read already' });
  else {
    const text = `${counted(changed, 'article', 'articles')} in ${named(feeds)} marked read`;
    showToast({ text, action: { label: 'Undo', run: () => void undoAll(operations, 'Undone: marked unread again') } });
  }
}

async function undoAll(operations: readonly OperationId[], done: string): Promise<void> {
  for (const id of operations.toReversed()) {
    const result = await client.call('operations.undo', { id });
    if (!result.ok) return toastFailure(result.error.message);
  }
  showToast({ text: done });
}

export async function moveFeeds(
  feeds: readonly NamedFeed[],
  to: { readonly folderId: FolderId | null; readonly name: string },
): Promise<void> {
  const result = await client.call('feeds.move', { ids: idsOf(feeds), folderId: to.folderId });
  if (result.ok) toastDone(`Moved ${named(feeds)} ${to.name}`, result.value.operationId);
  else toastFailure(result.error.message);
}

type FeedChange = Omit<InputOf<'feeds.configure'>, 'ids' | 'settings'>;

/** Changes address, login or permission; `done` is the sentence of the toast. Answers what went wrong, or undefined. */
export async function configureFeeds(
  feeds: readonly NamedFeed[],
  change: FeedChange,
  done: string,
): Promise<string | undefined> {
  const result = await client.call('feeds.configure', { ids: idsOf(feeds), ...change });
  if (!result.ok) return result.error.message;
  toastDone(done, result.value.operationId);
  return undefined;
}

let lastChange: Promise<void> = Promise.resolve();

/**
 * Changes settings of feeds, with a toast that takes all of it back. One change after another: a call sends all settings
 * of a feed, and must know what the one before has made of them.
 */
export function setFeeds(feeds: readonly NamedFeed[], change: Partial<FeedSettings>, done: string): Promise<void> {
  lastChange = lastChange.then(() => setNow(feeds, change, done));
  return lastChange;
}

async function setNow(feeds: readonly NamedFeed[], change: Partial<FeedSettings>, done: string): Promise<void> {
  const operations: OperationId[] = [];
  for (const { ids, settings } of settingsAfter(feedsNow(), idsOf(feeds), change)) {
    const result = await client.call('feeds.configure', { ids: [...ids], settings });
    if (!result.ok) return toastFailure(result.error.message);
    operations.push(result.value.operationId);
    keepSettings(ids, settings);
  }
  const [only, ...others] = operations;
  if (only !== undefined && others.length === 0) toastDone(done, only);
  else showToast({ text: done, action: { label: 'Undo', run: () => void undoAll(operations, 'Undone: settings') } });
}

/** Known at once, so that the next change is made to these settings and not to older ones. */
function keepSettings(ids: readonly FeedId[], settings: FeedSettings): void {
  const changed = new Set(ids);
  queryClient.setQueryData<readonly FeedSummary[]>(askKey('feeds.list', {}), (feeds) =>
    feeds?.map((feed) => (changed.has(feed.id) ? { ...feed, settings } : feed)),
  );
}

export function pauseFeeds(feeds: readonly NamedFeed[], paused: boolean): void {
  void setFeeds(feeds, { paused }, `${paused ? 'Paused' : 'Resumed'} ${named(feeds)}`);
}

export async function renameFeed({ id, title: before }: NamedFeed, title: string): Promise<void> {
  if (title === before) return;
  const result = await client.call('feeds.rename', { id, title });
  if (!result.ok) return toastFailure(result.error.message);
  toastDone(title === '' ? 'The feed has its own name again' : `Renamed to ${title}`, result.value.operationId);
}
