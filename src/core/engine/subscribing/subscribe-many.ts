/** Subscribes to a list of feeds with their folders, as one operation. */
import { ok, type Result } from '../../../contract/errors.ts';
import type { FeedId, OperationId } from '../../../contract/ids.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { addFeedsInSteps, feedIdAt, type NewFeed } from '../../store/feeds/feeds.ts';
import { folderAtPath } from '../../store/feeds/folders.ts';
import { hostOf } from '../../store/feeds/list-feeds.ts';
import type { WritableDb } from '../../store/handles.ts';
import type { RowChange } from '../../store/operations.ts';

export interface SubscribeMany {
  readonly feeds: readonly (Omit<NewFeed, 'folderId'> & { readonly folder: readonly string[] })[];
  /** Folders to make even when they are empty, with what another reader kept there. */
  readonly folders?: readonly {
    readonly path: readonly string[];
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  /** What was done, for the undo's list: 'Imported' makes 'Imported 4 feeds', and of one feed its name. */
  readonly done: 'Imported' | 'Subscribed to';
}

export interface SubscribedMany {
  readonly operationId: OperationId | null;
  readonly ids: readonly FeedId[];
  readonly already: number;
  readonly folders: number;
}

const foldersAStep = 50;

/**
 * In steps of some milliseconds: a list of 40,000 feeds would keep the writer from everybody else. What a kill in between
 * leaves is found to be subscribed to when the list is imported again.
 */
export function* subscribeMany(
  db: WritableDb,
  input: SubscribeMany,
  now: EpochMs,
): Generator<undefined, Result<SubscribedMany>> {
  const folders = new FolderPaths(db, input.folders ?? [], now);
  for (const [at, { path }] of (input.folders ?? []).entries()) {
    folders.idOf(path);
    if (at % foldersAStep === foldersAStep - 1) yield undefined;
  }
  const feeds: NewFeed[] = [];
  for (const { folder, ...feed } of input.feeds) {
    if (feedIdAt(db, feed.url) === undefined) feeds.push({ ...feed, folderId: folders.idOf(folder) });
  }
  const already = input.feeds.length - feeds.length;
  if (feeds.length + folders.made.length === 0) return ok({ operationId: null, ids: [], already, folders: 0 });
  const label = `${input.done} ${whatCame(feeds, folders.made.length)}`;
  const { operationId, ids } = yield* addFeedsInSteps(db, { feeds, now, label, alsoUndone: folders.made });
  return ok({ operationId, ids, already, folders: folders.made.length });
}

/** What is new alone: a list may name many feeds that were here already. */
function whatCame(feeds: readonly NewFeed[], folders: number): string {
  const [first] = feeds;
  if (first === undefined) return folders === 1 ? '1 folder' : `${folders} folders`;
  return feeds.length === 1 ? first.title || first.feedTitle || hostOf(first.url) : `${feeds.length} feeds`;
}

/** Folders by their path of names, each looked up once and made when it is missing. */
class FolderPaths {
  readonly made: RowChange[] = [];
  readonly #db: WritableDb;
  readonly #now: EpochMs;
  readonly #known = new Map<string, number | null>();
  readonly #attributes: ReadonlyMap<string, Readonly<Record<string, string>>>;

  constructor(db: WritableDb, described: NonNullable<SubscribeMany['folders']>, now: EpochMs) {
    this.#db = db;
    this.#now = now;
    this.#attributes = new Map(described.map(({ path, attributes }) => [JSON.stringify(path), attributes]));
  }

  idOf(path: readonly string[]): number | null {
    const key = JSON.stringify(path);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { id, made } = folderAtPath(this.#db, path, (part) => this.#attributes.get(JSON.stringify(part)) ?? {});
    this.#known.set(key, id);
    for (const newId of made) {
      this.made.push({ table: 'folder', id: newId, before: { removed_at: this.#now }, after: { removed_at: null } });
    }
    return id;
  }
}
