/** What the writer does: each name with its function. A function that yields gets a transaction for each step. */
import { fail, ok, type Result } from '../../contract/errors.ts';
import type { NamesOfKind, OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { EpochMs } from '../lib/clock.ts';
import { bareAddress } from '../lib/logins.ts';
import { evictMedia, noteMediaUse, storeMedia } from '../store/archive/media.ts';
import { chooseText, noteFullTextFailure, storeFullText } from '../store/articles/full-text.ts';
import { keepPlace } from '../store/articles/reading-place.ts';
import { recordReading } from '../store/events.ts';
import { configureFeeds } from '../store/feeds/configure-feeds.ts';
import { postpone, setIcon, storeHostState } from '../store/feeds/feed-states.ts';
import { addFeeds, feedIdAt, moveFeeds, type NewFeed, removeFeeds, renameFeed } from '../store/feeds/feeds.ts';
import { noteFoundAgain } from '../store/feeds/fetch-results.ts';
import { addFolder, isPlace, moveFolder, removeFolder, renameFolder, sortFolder } from '../store/feeds/folders.ts';
import type { WritableDb } from '../store/handles.ts';
import { optimise } from '../store/library.ts';
import { forgetReading } from '../store/reading-history.ts';
import { gatherSegments, mergeSegments } from '../store/search/index-segments.ts';
import { setFact, setSettings, setState } from '../store/settings.ts';
import { findOperation, takenSince, turnOperation } from '../store/turn-operation.ts';
import { fillLibrary } from './archive/archive-import.ts';
import { keepingEngineCommands } from './archive/archive-keeping.ts';
import { rememberArchive } from './archive/archive-remember.ts';
import { type ArchiveStored, storeArchive } from './archive/archive-store.ts';
import type { ArchivedFeed } from './archive/archive-task.ts';
import { type StoreFetch, storeFetch } from './fetching/store-fetch.ts';
import { countSavedSearches, savedSearchCommands } from './searching/saved-search-commands.ts';
import { mark } from './searching/saved-search-queries.ts';
import { storyContractCommands, storyEngineCommands } from './stories/story-commands.ts';
import { type SubscribeMany, subscribeMany } from './subscribing/subscribe-many.ts';

export type Steps<Value> = Result<Value> | Generator<undefined, Result<Value>>;

type ContractCommands = {
  readonly [Name in NamesOfKind<'command'>]: (
    db: WritableDb,
    input: ParsedInputOf<Name>,
    now: EpochMs,
  ) => Steps<OutputOf<Name>>;
};

const noFeed = () => fail('not_found', 'This feed is not among your subscriptions any more.');
const noFolder = () => fail('not_found', 'This folder is not there any more.');

const contractCommands: ContractCommands = {
  ...storyContractCommands,
  ...savedSearchCommands,
  'articles.chooseText': (db, input) => ok(chooseText(db, input)),
  'articles.mark': mark,
  'feeds.rename': (db, input, now) => found(renameFeed(db, input, now), noFeed),
  'feeds.move': (db, input, now) =>
    isPlace(db, input.folderId) ? found(moveFeeds(db, input, now), noFeed) : noFolder(),
  'feeds.remove': (db, input, now) => found(removeFeeds(db, input.ids, now), noFeed),
  'feeds.configure': (db, input, now) => addressTrouble(db, input) ?? found(configureFeeds(db, input, now), noFeed),
  'folders.add': (db, input, now) => (isPlace(db, input.parentId) ? ok(addFolder(db, input, now)) : noFolder()),
  'folders.rename': (db, input, now) => found(renameFolder(db, input, now), noFolder),
  'folders.move': (db, input, now) => {
    const moved = moveFolder(db, input, now);
    if (moved === 'circle') return fail('conflict', 'A folder cannot be moved into itself.');
    return found(moved, noFolder);
  },
  'folders.sort': (db, input, now) => (isPlace(db, input.id) ? ok(sortFolder(db, input.id, now)) : noFolder()),
  'folders.remove': (db, input, now) => found(removeFolder(db, input.id, now), noFolder),
  'operations.undo': (db, input, now) => turn(db, 'undo', input.id, now),
  'operations.redo': (db, input, now) => turn(db, 'redo', input.id, now),
  'reading.keepPlace': (db, input, now) => ok(keepPlace(db, input, now)),
  'reading.forget': (db, _input, now) => ok(forgetReading(db, now)),
  'reading.record': (db, input, now) => ok(recordReading(db, input, now)),
  'settings.set': (db, input) => ok(setSettings(db, input)),
  'state.set': (db, input) => ok(setState(db, input)),
  'library.optimise': (db) => {
    optimise(db);
    return ok({});
  },
};

/** Why a feed cannot get the address that it is to have. */
function addressTrouble(db: WritableDb, { ids, url }: ParsedInputOf<'feeds.configure'>) {
  if (url === undefined) return undefined;
  if (ids.length > 1) return fail('bad_input', 'Each feed has an address of its own. Change one feed at a time.');
  const protocol = URL.parse(url)?.protocol;
  const shown = bareAddress(url);
  if (protocol !== 'http:' && protocol !== 'https:')
    return fail('bad_address', `“${shown}” is not an address on the web. Paste the address of the feed.`, {
      url: shown,
    });
  const holder = feedIdAt(db, url);
  if (holder === undefined || holder === ids[0]) return undefined;
  return fail('already_subscribed', 'You have subscribed to a feed with this address already.', { url: shown });
}

function found<Value>(value: Value | undefined, otherwise: () => Result<Value>): Result<Value> {
  return value === undefined ? otherwise() : ok(value);
}

function* turn(db: WritableDb, direction: 'undo' | 'redo', id: number | undefined, now: EpochMs) {
  const operation = findOperation(db, direction, id);
  if (operation === undefined || (direction === 'undo') !== (operation.undone_at === null)) {
    return fail(
      'nothing_to_undo',
      direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to do again.',
    );
  }
  const url = takenSince(db, operation, direction);
  if (url !== undefined) {
    return fail('already_subscribed', 'Another feed has this address by now. Remove that one first, then try again.', {
      url,
    });
  }
  return ok(yield* turnOperation(db, operation, direction, now));
}

const engineCommands = {
  ...keepingEngineCommands,
  'archive.fill': fillLibrary,
  'archive.remember': rememberArchive,
  ...storyEngineCommands,
  'savedSearches.count': countSavedSearches,
  'fetch.store': (db: WritableDb, input: StoreFetch) => storeFetch(db, input),
  'index.gather': (db: WritableDb, input: { readonly feeds: number }) => ok(gatherSegments(db, input.feeds)),
  'index.merge': (db: WritableDb) => ok(mergeSegments(db)),
  'archive.store': (
    db: WritableDb,
    input: { readonly feeds: readonly ArchivedFeed[] },
    now: EpochMs,
  ): Steps<ArchiveStored> => storeArchive(db, input, now),
  'feeds.foundAgain': (db: WritableDb, input: { readonly feedId: number; readonly url: string }, now: EpochMs) =>
    ok(noteFoundAgain(db, input.feedId, input.url, now)),
  'fetch.postpone': (db: WritableDb, input: { readonly feedId: number; readonly until: EpochMs }) =>
    ok(postpone(db, input.feedId, input.until)),
  'feeds.subscribe': (
    db: WritableDb,
    input: { readonly feeds: readonly NewFeed[]; readonly label: string },
    now: EpochMs,
  ) => (input.feeds.every(({ folderId }) => isPlace(db, folderId)) ? ok(addFeeds(db, { ...input, now })) : noFolder()),
  'feeds.subscribeMany': (db: WritableDb, input: SubscribeMany, now: EpochMs) => subscribeMany(db, input, now),
  'feeds.icon': (db: WritableDb, input: { readonly feedId: number; readonly iconUrl: string }) =>
    ok(setIcon(db, input.feedId, input.iconUrl)),
  'hosts.store': (db: WritableDb, input: { readonly host: string; readonly state: string }) =>
    ok(storeHostState(db, input.host, input.state)),
  'page.store': (db: WritableDb, input: Omit<Parameters<typeof storeFullText>[1], 'at'>, now: EpochMs) =>
    ok(storeFullText(db, { ...input, at: now })),
  'page.failed': (db: WritableDb, input: Omit<Parameters<typeof noteFullTextFailure>[1], 'at'>, now: EpochMs) =>
    ok(noteFullTextFailure(db, { ...input, at: now })),
  'media.store': (db: WritableDb, input: Omit<Parameters<typeof storeMedia>[1], 'at'>, now: EpochMs) =>
    ok(storeMedia(db, { ...input, at: now })),
  'media.used': (db: WritableDb, input: { readonly urls: readonly string[] }, now: EpochMs) =>
    ok(noteMediaUse(db, input.urls, now)),
  'media.evict': (db: WritableDb, input: { readonly capBytes: number }) => ok(evictMedia(db, input.capBytes)),
  'fact.set': (db: WritableDb, input: { readonly key: string; readonly value: string }) =>
    ok(setFact(db, input.key, input.value)),
};

export const commands = { ...contractCommands, ...engineCommands };
export type Commands = typeof commands;
