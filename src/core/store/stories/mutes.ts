/** What is muted: stories for some days, topics for good. Undone and removed ones keep their row. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { changeRows } from '../operations.ts';

export interface MuteRow {
  readonly id: number;
  readonly kind: 'story' | 'topic';
  readonly storyId: number | null;
  /** The story's headline, or the words of the topic. */
  readonly label: string;
  readonly madeAt: EpochMs;
  readonly until: EpochMs | null;
}

const columns = 'id, kind, story_id AS storyId, label, made_at AS madeAt, until';

/** Those in force, newest first. */
export function mutesInForce(db: ReadableDb, now: EpochMs): MuteRow[] {
  return db.all<MuteRow>(
    `SELECT ${columns} FROM mute WHERE removed_at IS NULL AND (until IS NULL OR until > :now) ORDER BY id DESC`,
    { now },
  );
}

function muteById(db: ReadableDb, id: number): MuteRow | undefined {
  return db.get<MuteRow>(`SELECT ${columns} FROM mute WHERE id = :id AND removed_at IS NULL`, { id });
}

/** Changes with every mute made, removed, undone or put back. */
export function mutesMark(db: ReadableDb): string {
  const row = db.get<{ n: number; newest: number | null; removed: number | null }>(
    'SELECT count(*) AS n, max(id) AS newest, sum(removed_at IS NOT NULL) AS removed FROM mute',
  );
  return `${row?.n ?? 0}.${row?.newest ?? 0}.${row?.removed ?? 0}`;
}

export function addMute(db: WritableDb, mute: Omit<MuteRow, 'id'>): { operationId: number; muteId: number } {
  // Born removed, then put in force by the operation: so that undo and redo are the same change of one column.
  const { lastId: muteId } = db.run(
    `INSERT INTO mute (kind, story_id, label, made_at, until, removed_at)
     VALUES (:kind, :storyId, :label, :madeAt, :until, :madeAt)`,
    { ...mute },
  );
  const operationId = changeRows(db, {
    at: mute.madeAt,
    kind: 'mute',
    label: `Muted ${mute.label}`,
    rows: [{ table: 'mute', id: muteId, before: { removed_at: mute.madeAt }, after: { removed_at: null } }],
  });
  return { operationId, muteId };
}

export function removeMute(
  db: WritableDb,
  id: number,
  now: EpochMs,
): { operationId: number; muteId: number } | undefined {
  const mute = muteById(db, id);
  if (mute === undefined) return undefined;
  const operationId = changeRows(db, {
    at: now,
    kind: 'mute',
    label: `Ended the mute of ${mute.label}`,
    rows: [{ table: 'mute', id, before: { removed_at: null }, after: { removed_at: now } }],
  });
  return { operationId, muteId: id };
}
