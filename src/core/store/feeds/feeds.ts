/** Subscriptions: adding, renaming, moving, removing. Every change is an operation with an undo. */

import type { FeedSettings } from '../../../contract/feeds.ts';
import type { FeedId, OperationId } from '../../../contract/ids.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { type Login, splitLogin, withoutLogins } from '../../lib/logins.ts';
import { webAddress } from '../../lib/web-address.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { applyRow, beginOperation, changeRows, type RowChange } from '../operations.ts';
import { hostOf } from './list-feeds.ts';
import { addLogin } from './logins.ts';
import { endPosition, placesAt } from './sidebar-order.ts';

export interface NewFeed {
  /** A login in it is taken out and kept as one. */
  readonly url: string;
  readonly title?: string | undefined;
  readonly feedTitle?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly folderId: number | null;
  readonly section?: string | undefined;
  readonly allowPrivate?: readonly string[] | undefined;
  readonly login?: Login | undefined;
  readonly settings?: Partial<FeedSettings> | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** The feed subscribed to at this address, if any, whatever login the address holds. */
export function feedIdAt(db: ReadableDb, address: string): FeedId | undefined {
  const url = splitLogin(address).address;
  return db.get<{ id: number }>('SELECT id FROM feed WHERE url = :url AND removed_at IS NULL', { url })?.id as
    | FeedId
    | undefined;
}

/** The one gate to the table: no address or text with a login in it goes through. */
function withLoginApart(feed: NewFeed): NewFeed {
  const { address, login } = splitLogin(feed.url);
  return {
    ...feed,
    url: address,
    login: feed.login ?? login,
    title: feed.title === undefined ? undefined : withoutLogins(feed.title),
    feedTitle: feed.feedTitle === undefined ? undefined : withoutLogins(feed.feedTitle),
    siteUrl: feed.siteUrl === undefined ? undefined : splitLogin(feed.siteUrl).address,
    attributes:
      feed.attributes === undefined
        ? undefined
        : Object.fromEntries(Object.entries(feed.attributes).map(([name, value]) => [name, withoutLogins(value)])),
  };
}

interface AddFeeds {
  readonly feeds: readonly NewFeed[];
  readonly now: EpochMs;
  readonly label: string;
  readonly alsoUndone?: readonly RowChange[];
}

interface AddedFeeds {
  readonly operationId: OperationId;
  readonly ids: readonly FeedId[];
  readonly already: number;
}

/** Writes subscriptions and returns one operation for all of them. Addresses already subscribed to are left alone. */
export function addFeeds(db: WritableDb, input: AddFeeds): AddedFeeds {
  const steps = addFeedsInSteps(db, input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const feedsAStep = 250; // some 15 ms

/** The same a few at a time, for a list of thousands; the operation comes with the last. About 60 microseconds a feed. */
export function* addFeedsInSteps(db: WritableDb, input: AddFeeds): Generator<undefined, AddedFeeds> {
  const ids: FeedId[] = [];
  const rows: RowChange[] = [...(input.alsoUndone ?? [])];
  const removed = removedFeeds(db, input.feeds.length);
  let ends = new EndPositions(db);
  for (const [at, given] of input.feeds.entries()) {
    if (at > 0 && at % feedsAStep === 0) {
      yield undefined;
      // others may have put something there meanwhile
      ends = new EndPositions(db);
    }
    const feed = withLoginApart(given);
    if (feedIdAt(db, feed.url) !== undefined) continue;
    const position = ends.next(feed.folderId);
    const id = returningFeed(db, feed, { position, removed }) ?? insertFeed(db, feed, { position, now: input.now });
    if (feed.login !== undefined) giveLogin(db, id, feed.login);
    ids.push(id);
    rows.push({ table: 'feed', id, before: { removed_at: input.now }, after: { removed_at: null } });
  }
  const label = withoutLogins(input.label);
  const operationId = beginOperation(db, { at: input.now, kind: 'subscribe', label, change: { rows } });
  return { operationId, ids, already: input.feeds.length - ids.length };
}

/** Asked of the table once a folder: to look for the last of thousands at each of thousands takes minutes. */
class EndPositions {
  readonly #db: ReadableDb;
  readonly #next = new Map<number | null, number>();

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  next(folderId: number | null): number {
    const position = this.#next.get(folderId) ?? endPosition(this.#db, folderId);
    this.#next.set(folderId, position + 1);
    return position;
  }
}

/** By address, the one removed last. Undefined where there are too few to ask for all at once. */
function removedFeeds(db: ReadableDb, wanted: number): ReadonlyMap<string, number> | undefined {
  if (wanted < 10) return undefined;
  const rows = db.all<{ id: number; url: string }>(
    'SELECT id, url FROM feed WHERE removed_at IS NOT NULL ORDER BY removed_at',
    {},
  );
  return new Map(rows.map(({ id, url }) => [url, id]));
}

function removedFeedAt(db: ReadableDb, url: string): number | undefined {
  return db.get<{ id: number }>(
    'SELECT id FROM feed WHERE url = :url AND removed_at IS NOT NULL ORDER BY removed_at DESC LIMIT 1',
    { url },
  )?.id;
}

/** A feed unsubscribed from whose articles are still kept comes back with them. */
function returningFeed(
  db: WritableDb,
  feed: NewFeed,
  { position, removed }: { readonly position: number; readonly removed: ReadonlyMap<string, number> | undefined },
): FeedId | undefined {
  const id = removed === undefined ? removedFeedAt(db, feed.url) : removed.get(feed.url);
  if (id === undefined) return undefined;
  db.run(
    `UPDATE feed SET folder_id = :folderId, position = :position, own_title = coalesce(:title, own_title),
       allow_private = coalesce(:allowPrivate, allow_private) WHERE id = :id`,
    {
      id,
      folderId: feed.folderId,
      position,
      title: feed.title ?? null,
      allowPrivate: feed.allowPrivate === undefined ? null : JSON.stringify(feed.allowPrivate),
    },
  );
  applyRow(db, 'feed', id, { removed_at: null });
  return id as FeedId;
}

function insertFeed(
  db: WritableDb,
  feed: NewFeed,
  { position, now }: { readonly position: number; readonly now: EpochMs },
): FeedId {
  const { lastId } = db.run(
    `INSERT INTO feed (url, own_title, feed_title, site_url, folder_id, position, section, added_at, allow_private, settings, attributes)
     VALUES (:url, :title, :feedTitle, :siteUrl, :folderId, :position, :section, :now, :allowPrivate, :settings, :attributes)`,
    {
      url: feed.url,
      title: feed.title ?? null,
      feedTitle: feed.feedTitle ?? '',
      siteUrl: webAddress(feed.siteUrl) ?? null,
      folderId: feed.folderId,
      position,
      section: feed.section ?? null,
      now,
      allowPrivate: feed.allowPrivate === undefined ? null : JSON.stringify(feed.allowPrivate),
      settings: JSON.stringify(feed.settings ?? {}),
      attributes: JSON.stringify(feed.attributes ?? {}),
    },
  );
  db.run('INSERT INTO feed_state (feed_id) VALUES (:lastId)', { lastId });
  return lastId as FeedId;
}

function giveLogin(db: WritableDb, feedId: FeedId, login: Login): void {
  const loginId = addLogin(db, feedId, login);
  db.run('UPDATE feed SET login_id = :loginId WHERE id = :feedId', { loginId, feedId });
}

function titleOfFeed(db: ReadableDb, id: number): string {
  const row = db.get<{ title: string; url: string }>(
    'SELECT coalesce(own_title, feed_title) AS title, url FROM feed WHERE id = :id',
    { id },
  );
  return row === undefined ? 'a feed' : row.title || hostOf(row.url);
}

export function renameFeed(
  db: WritableDb,
  input: ParsedInputOf<'feeds.rename'>,
  now: EpochMs,
): { operationId: OperationId } | undefined {
  const row = db.get<{ own_title: string | null }>('SELECT own_title FROM feed WHERE id = :id AND removed_at IS NULL', {
    id: input.id,
  });
  if (row === undefined) return undefined;
  const title = input.title === '' ? null : input.title;
  const change: RowChange = {
    table: 'feed',
    id: input.id,
    before: { own_title: row.own_title },
    after: { own_title: title },
  };
  return {
    operationId: changeRows(db, {
      at: now,
      kind: 'rename',
      label: `Renamed ${titleOfFeed(db, input.id)}`,
      rows: [change],
    }),
  };
}

export function moveFeeds(
  db: WritableDb,
  input: ParsedInputOf<'feeds.move'>,
  now: EpochMs,
): { operationId: OperationId } | undefined {
  const moving = input.ids.flatMap((id) => {
    const row = db.get<{ id: number; folder_id: number | null; position: number }>(
      'SELECT id, folder_id, position FROM feed WHERE id = :id AND removed_at IS NULL',
      { id },
    );
    return row === undefined ? [] : [row];
  });
  const { positions, others } = placesAt(db, {
    parentId: input.folderId,
    index: input.index,
    moving: { feeds: moving.map(({ id }) => id), folders: [] },
  });
  const rows = moving.map(
    ({ id, folder_id, position }, n): RowChange => ({
      table: 'feed',
      id,
      before: { folder_id, position },
      after: { folder_id: input.folderId, position: positions[n] ?? position },
    }),
  );
  const [first, second] = rows;
  if (first === undefined) return undefined;
  const label = second === undefined ? `Moved ${titleOfFeed(db, first.id)}` : `Moved ${rows.length} feeds`;
  return { operationId: changeRows(db, { at: now, kind: 'move', label, rows: [...others, ...rows] }) };
}

/** undefined when none of them is subscribed to. */
export function removeFeeds(
  db: WritableDb,
  ids: readonly FeedId[],
  now: EpochMs,
): { operationId: OperationId } | undefined {
  const rows = db
    .all<{ id: number }>(
      'SELECT id FROM feed WHERE id IN (SELECT value FROM json_each(:ids)) AND removed_at IS NULL ORDER BY id',
      { ids: JSON.stringify(ids) },
    )
    .map(({ id }): RowChange => ({ table: 'feed', id, before: { removed_at: null }, after: { removed_at: now } }));
  const [first, second] = rows;
  if (first === undefined) return undefined;
  const label =
    second === undefined ? `Unsubscribed from ${titleOfFeed(db, first.id)}` : `Unsubscribed from ${rows.length} feeds`;
  return { operationId: changeRows(db, { at: now, kind: 'unsubscribe', label, rows }) };
}
