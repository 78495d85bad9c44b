/** Operations and their undo: row changes with before and after, and slices of article bits that really changed. */

import type { OperationId } from '../../contract/ids.ts';
import type { EpochMs } from '../lib/clock.ts';
import { isEither, isFiniteNumber, isNull, isObjectWith, isOneOf, isRecord, isText, isWhole } from '../lib/shapes.ts';
import { storedJson } from '../lib/stored-json.ts';
import type { SqlValue, WritableDb } from './handles.ts';
import { newestStoriesOfFeed, recountStories, storyOfArticle } from './stories/stories.ts';

const bits = ['unread', 'starred', 'later', 'hidden'] as const;
export type Bit = (typeof bits)[number];
type Values = Readonly<Record<string, SqlValue>>;

/** One row as it was and as it became. */
export interface RowChange {
  readonly table:
    | 'feed'
    | 'folder'
    | 'saved_search'
    | 'mute'
    | 'article'
    | 'story_alias'
    | 'story_constraint'
    | 'story_follow';
  readonly id: number;
  readonly before: Values;
  readonly after: Values;
}

export interface OperationRow {
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly label: string;
  readonly change: string;
  readonly state: string;
  readonly undone_at: number | null;
}

/** Read after a second in sight: a mark that the reader did not make and does not expect Undo to mean. */
export const automaticMark = 'mark-automatic';

export function beginOperation(
  db: WritableDb,
  operation: {
    readonly at: EpochMs;
    readonly kind: string;
    readonly label: string;
    readonly change: unknown;
    readonly running?: boolean;
  },
): OperationId {
  const { lastId } = db.run(
    'INSERT INTO operation (at, kind, label, change, state) VALUES (:at, :kind, :label, :change, :state)',
    {
      at: operation.at,
      kind: operation.kind,
      label: operation.label,
      change: JSON.stringify(operation.change),
      state: operation.running === true ? 'running' : 'done',
    },
  );
  if (operation.kind === automaticMark) return lastId as OperationId;
  // What was undone and not done again cannot be redone after something new.
  db.run("UPDATE operation SET state = 'closed' WHERE undone_at IS NOT NULL AND id < :lastId AND state = 'done'", {
    lastId,
  });
  return lastId as OperationId;
}

export function endOperation(db: WritableDb, id: number, label: string): void {
  db.run("UPDATE operation SET state = 'done', label = :label WHERE id = :id", { id, label });
}

export function forgetOperation(db: WritableDb, id: number): void {
  db.run('DELETE FROM operation WHERE id = :id', { id });
}

/** Applies row changes and keeps them as one operation. */
export function changeRows(
  db: WritableDb,
  operation: {
    readonly at: EpochMs;
    readonly kind: string;
    readonly label: string;
    readonly rows: readonly RowChange[];
  },
): OperationId {
  for (const row of operation.rows) applyRow(db, row.table, row.id, row.after);
  return beginOperation(db, { ...operation, change: { rows: operation.rows } });
}

const columns: Readonly<Record<RowChange['table'], ReadonlySet<string>>> = {
  feed: new Set([
    'url',
    'own_title',
    'folder_id',
    'position',
    'section',
    'removed_at',
    'settings',
    'login_id',
    'allow_private',
  ]),
  folder: new Set(['name', 'parent_id', 'position', 'removed_at']),
  saved_search: new Set(['name', 'query', 'notify', 'counts_unread', 'position', 'removed_at']),
  mute: new Set(['removed_at']),
  article: new Set(['story_id']),
  story_alias: new Set(['to_id']),
  story_constraint: new Set(['removed_at']),
  story_follow: new Set(['removed_at']),
};

export const isBit = isOneOf(...bits);

const isRowChange = isObjectWith<RowChange>({
  table: isOneOf(
    'feed',
    'folder',
    'saved_search',
    'mute',
    'article',
    'story_alias',
    'story_constraint',
    'story_follow',
  ),
  id: isWhole,
  before: isValues,
  after: isValues,
});

function isValues(value: unknown): value is Values {
  return isRecord(value) && Object.values(value).every(isEither(isText, isEither(isFiniteNumber, isNull)));
}

/**
 * What an operation changed, out of its row. A stranger's library may hold any: a row that no operation of ours changes is
 * left out.
 */
export function rowsChanged(change: string): readonly RowChange[] {
  const rows = storedJson<{ readonly rows?: unknown }>(change, {}).rows;
  if (!Array.isArray(rows)) return [];
  return rows
    .filter(isRowChange)
    .filter(({ table, before, after }) =>
      [...Object.keys(before), ...Object.keys(after)].every((column) => columns[table].has(column)),
    );
}

export function applyRow(db: WritableDb, table: RowChange['table'], id: number, values: Values): void {
  for (const [column, value] of Object.entries(values)) {
    if (!columns[table].has(column)) throw new Error(`operation names an unknown column: ${table}.${column}`);
    if (table === 'article') placeInStory(db, id, value);
    else if (column === 'folder_id' || column === 'parent_id')
      db.run(`UPDATE ${table} SET ${column} = (${stillThere}) WHERE id = :id`, { id, value });
    else if (column === 'login_id')
      db.run('UPDATE feed SET login_id = (SELECT id FROM login WHERE id = :value) WHERE id = :id', { id, value });
    else db.run(`UPDATE ${table} SET ${column} = :value WHERE id = :id`, { id, value });
  }
  if (table === 'folder' && values.removed_at != null) moveUp(db, id);
  if (table === 'feed' && 'removed_at' in values) showFeed(db, id, values.removed_at === null);
}

// A folder that was removed since would hide what comes back into it: that goes to the top.
const stillThere = 'SELECT id FROM folder WHERE id = :value AND removed_at IS NULL';

/** What was put into a folder whose making is undone stays in the sidebar. */
function moveUp(db: WritableDb, folderId: number): void {
  for (const [table, column] of [
    ['feed', 'folder_id'],
    ['folder', 'parent_id'],
  ])
    db.run(
      `UPDATE ${table} SET ${column} = (SELECT parent_id FROM folder WHERE id = :folderId)
       WHERE ${column} = :folderId AND removed_at IS NULL`,
      { folderId },
    );
}

function placeInStory(db: WritableDb, articleId: number, storyId: SqlValue): void {
  const before = storyOfArticle(db, articleId);
  db.run('UPDATE article SET story_id = :storyId WHERE id = :articleId', { articleId, storyId });
  recountStories(
    db,
    [before, storyId].filter((id) => typeof id === 'number'),
  );
}

// +present: of the indexes that fit, the one by feed; a feed that is new has no rows there, however many others have.
export const showAgain = `UPDATE article_status SET present = 1
  WHERE feed_id = :feedId AND +present = 0 AND EXISTS (SELECT 1 FROM article WHERE id = article_id)`;

/** A removed feed's articles are in no list, count or search; a returning one's are, as far as their text is still there. */
function showFeed(db: WritableDb, feedId: number, isShown: boolean): void {
  const told = isShown ? [] : newestStoriesOfFeed(db, feedId);
  db.run(isShown ? showAgain : 'UPDATE article_status SET present = 0 WHERE feed_id = :feedId AND present = 1', {
    feedId,
  });
  recountStories(db, isShown ? newestStoriesOfFeed(db, feedId) : told);
}

export function addSlice(
  db: WritableDb,
  slice: { readonly operationId: number; readonly bit: Bit; readonly value: 0 | 1; readonly ids: readonly number[] },
): void {
  const n =
    db.get<{ n: number }>('SELECT count(*) AS n FROM operation_slice WHERE operation_id = :id', {
      id: slice.operationId,
    })?.n ?? 0;
  db.run(
    'INSERT INTO operation_slice (operation_id, n, bit, value, article_ids) VALUES (:operationId, :n, :bit, :value, :ids)',
    {
      operationId: slice.operationId,
      n,
      bit: slice.bit,
      value: slice.value,
      ids: new Uint8Array(Float64Array.from(slice.ids).buffer),
    },
  );
}

/** Sets a bit on the articles named and returns those on which it changed. */
export function setBit(db: WritableDb, ids: readonly number[], bit: Bit, value: 0 | 1, at: EpochMs): number[] {
  const starredAt = bit === 'starred' ? ', starred_at = :at' : '';
  return db
    .all<{ article_id: number }>(
      `UPDATE article_status SET ${bit} = :value${starredAt}
       WHERE article_id IN (SELECT value FROM json_each(:ids)) AND ${bit} <> :value
       RETURNING article_id`,
      { ids: JSON.stringify(ids), value, ...(bit === 'starred' ? { at: value === 1 ? at : null } : {}) },
    )
    .map((row) => row.article_id);
}

/** What is no id is left out: the file may be somebody else's. */
export function idsIn(blob: unknown): number[] {
  if (!(blob instanceof Uint8Array)) return [];
  // copied, since a Float64Array must begin at a multiple of 8 and end at one
  const whole = Uint8Array.from(blob.subarray(0, blob.length - (blob.length % 8)));
  return Array.from(new Float64Array(whole.buffer)).filter(isWhole);
}
