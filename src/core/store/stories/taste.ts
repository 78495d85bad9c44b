/** What For you was taught: lessons with their features, the model at two moments, and how far the log is read. */
import type { EpochMs } from '../../lib/clock.ts';
import { logEvent } from '../events.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { getFact, setFact } from '../settings.ts';

export interface Signal {
  readonly seq: number;
  readonly at: EpochMs;
  readonly kind: string;
  readonly articleId: number | null;
  readonly amount: number | null;
  readonly data: string | null;
}

/** Kinds of the log that teach; 'taste-…' are what the reader did on the profile page. */
export const readingKinds =
  "'opened', 'seconds', 'finished', 'skipped', 'shared', 'original', 'less-like-this', 'more-like-this'";
const teachingKinds = `${readingKinds}, 'starred', 'hidden', 'kept', 'taste-set', 'taste-mute', 'taste-unmute', 'taste-erase'`;

export function signalsAfter(db: ReadableDb, seq: number, limit: number): Signal[] {
  return db.all<Signal>(
    `SELECT seq, at, kind, article_id AS articleId, amount, data FROM event
     WHERE seq > :seq AND kind IN (${teachingKinds}) ORDER BY seq LIMIT :limit`,
    { seq, limit },
  );
}

export function wasFinished(db: ReadableDb, articleId: number, before: number): boolean {
  return (
    db.get("SELECT 1 FROM event WHERE article_id = :articleId AND kind = 'finished' AND seq < :before LIMIT 1", {
      articleId,
      before,
    }) !== undefined
  );
}

/** The signals of the log, for the export and the profile. */
export function signalSums(db: ReadableDb): { readonly signals: number; readonly since: EpochMs | null } {
  return (
    db.get<{ signals: number; since: number | null }>(
      `SELECT count(*) AS signals, min(at) AS since FROM event WHERE kind IN (${teachingKinds})`,
    ) ?? { signals: 0, since: null }
  );
}

export interface KeptLesson {
  readonly seq: number;
  readonly at: EpochMs;
  /** A TasteEvent as JSON. */
  readonly lesson: string;
}

export function lessonsAfter(db: ReadableDb, seq: number, upTo = Number.MAX_SAFE_INTEGER): KeptLesson[] {
  return db.all<KeptLesson>('SELECT seq, at, lesson FROM taste_lesson WHERE seq > :seq AND seq <= :upTo ORDER BY seq', {
    seq,
    upTo,
  });
}

export function newestLessonBefore(db: ReadableDb, at: EpochMs): number | undefined {
  return (
    db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM taste_lesson WHERE at < :at', { at })?.seq ?? undefined
  );
}

export type TasteStateName = 'folded' | 'latest';

interface KeptTaste {
  readonly seq: number;
  readonly at: EpochMs;
  readonly state: string;
}

export function tasteState(db: ReadableDb, name: TasteStateName): KeptTaste | undefined {
  return db.get<KeptTaste>('SELECT seq, at, state FROM taste_state WHERE name = :name', { name });
}

/** Up to which event the log was read. */
export function tasteSeq(db: ReadableDb): number {
  const seq = Number(getFact(db, 'taste_seq') ?? 0);
  return Number.isSafeInteger(seq) ? seq : 0;
}

/** Changes when everything was erased: what is in memory is void. */
export function tasteEpoch(db: ReadableDb): string {
  return getFact(db, 'taste_epoch') ?? '';
}

export interface TasteChanges {
  readonly lessons: readonly KeptLesson[];
  /** The log is read up to here. */
  readonly seq: number;
  readonly states: readonly (KeptTaste & { readonly name: TasteStateName })[];
}

/** Lessons that a folded state holds are no longer kept apart. */
export function storeTaste(db: WritableDb, changes: TasteChanges): void {
  for (const lesson of changes.lessons) {
    db.run('INSERT OR IGNORE INTO taste_lesson (seq, at, lesson) VALUES (:seq, :at, :lesson)', { ...lesson });
  }
  for (const state of changes.states) {
    db.run('INSERT OR REPLACE INTO taste_state (name, seq, at, state) VALUES (:name, :seq, :at, :state)', { ...state });
    if (state.name === 'folded') db.run('DELETE FROM taste_lesson WHERE seq <= :seq', { seq: state.seq });
  }
  setFact(db, 'taste_seq', String(Math.max(changes.seq, tasteSeq(db))));
}

export function editTaste(
  db: WritableDb,
  edit: { readonly feature: string; readonly weight?: number | null | undefined; readonly muted?: boolean | undefined },
  now: EpochMs,
): void {
  const log = (kind: string, data: object): void => logEvent(db, { at: now, kind, data: JSON.stringify(data) });
  const { feature, weight, muted } = edit;
  if (weight === null) log('taste-erase', { feature });
  else if (weight !== undefined) log('taste-set', { feature, weight });
  if (muted !== undefined) log(muted ? 'taste-mute' : 'taste-unmute', { feature });
}

/** One feature is forgotten by a lesson; everything, by taking lessons, states and the signals themselves away. */
export function eraseTaste(db: WritableDb, feature: string | undefined, now: EpochMs): void {
  if (feature !== undefined) {
    logEvent(db, { at: now, kind: 'taste-erase', data: JSON.stringify({ feature }) });
    return;
  }
  db.run('DELETE FROM taste_lesson');
  db.run('DELETE FROM taste_state');
  const newest = db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM event')?.seq ?? 0;
  db.run(`DELETE FROM event WHERE kind IN (${readingKinds}) OR kind LIKE 'taste-%'`);
  setFact(db, 'taste_seq', String(newest));
  setFact(db, 'taste_epoch', `${now}.${newest}`);
}
