/** What For you was taught: lessons with their features, the model at two moments, and how far the log is read. */
import type { EpochMs } from '../../lib/clock.ts';
import { logEvent } from '../events.ts';
import { ownPublishers } from '../feeds/own-publishers.ts';
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
      `SELECT count(*) AS signals, min(at) AS since FROM event WHERE seq > :erased AND kind IN (${teachingKinds})`,
      { erased: erasedUpTo(db) },
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
    if (state.name !== 'folded') continue;
    db.run('DELETE FROM taste_lesson WHERE seq <= :seq', { seq: state.seq });
    deleteErased(db, state.at - takenBackWithinMs);
  }
  setFact(db, 'taste_seq', String(Math.max(changes.seq, tasteSeq(db))));
}

/** For so long what was forgotten can be had back. Then it is deleted. */
const takenBackWithinMs = 24 * 3_600_000;
/** In place of a feature: all of them. */
export const everything = '*';
const eraseAll = `kind = 'taste-erase' AND data = '${JSON.stringify({ feature: everything })}'`;

/** What is set by "more" and "less": "more" is what a strong liking comes to, "less" outweighs any. */
const stanceWeights = { more: 1.5, normal: 0, less: -3 } as const;

export interface TasteEdit {
  readonly feature: string;
  readonly weight?: number | null | undefined;
  readonly muted?: boolean | undefined;
  readonly stance?: keyof typeof stanceWeights | undefined;
}

/** Answers the numbers of what it logged, by which it is taken back. */
export function editTaste(db: WritableDb, edit: TasteEdit, now: EpochMs): number[] {
  const log = (kind: string, data: object): number => logEvent(db, { at: now, kind, data: JSON.stringify(data) });
  const { feature, weight, muted, stance } = edit;
  const changes: number[] = [];
  if (weight === null) changes.push(log('taste-erase', { feature }));
  else if (weight !== undefined) changes.push(log('taste-set', { feature, weight }));
  if (stance !== undefined) {
    changes.push(log('taste-set', { feature, weight: stanceWeights[stance] }));
    for (const twin of twinsOf(db, feature)) changes.push(log('taste-set', { feature: twin, weight: 0 }));
  }
  if (muted !== undefined) changes.push(log(muted ? 'taste-mute' : 'taste-unmute', { feature }));
  return noted(db, changes);
}

/** One feature or everything is forgotten by a lesson, so that leaving the lesson out has it back. */
export function eraseTaste(db: WritableDb, feature: string | undefined, now: EpochMs): number[] {
  const features = feature === undefined ? [everything] : [feature, ...twinsOf(db, feature)];
  return noted(
    db,
    features.map((each) => logEvent(db, { at: now, kind: 'taste-erase', data: JSON.stringify({ feature: each }) })),
  );
}

function noted(db: WritableDb, changes: number[]): number[] {
  setFact(db, 'taste_edited', String(changes.at(-1) ?? 0));
  return changes;
}

/** Changes with everything that the reader sets, forgets or takes back by hand. */
export function tasteEditsMark(db: ReadableDb): string {
  return `${tasteEpoch(db)}|${getFact(db, 'taste_edited') ?? ''}`;
}

/** A reader takes a feed and its publisher for one thing, unless other feeds are the publisher's too. */
function twinsOf(db: ReadableDb, feature: string): string[] {
  if (!feature.startsWith('feed:')) return [];
  const publisher = ownPublishers(db)(Number(feature.slice('feed:'.length)));
  return publisher === undefined ? [] : [`publisher:${publisher}`];
}

/** The model is made again from the lessons without these. */
export function takeBackTaste(db: WritableDb, changes: readonly number[], now: EpochMs): void {
  const seqs = JSON.stringify(changes);
  const mine = "seq IN (SELECT value FROM json_each(:seqs)) AND kind LIKE 'taste-%'";
  const own = db.all<{ seq: number }>(`SELECT seq FROM event WHERE ${mine}`, { seqs });
  if (own.length === 0) return;
  const oldest = Math.min(...own.map(({ seq }) => seq));
  db.run('DELETE FROM taste_lesson WHERE seq IN (SELECT value FROM json_each(:seqs))', { seqs });
  db.run("DELETE FROM taste_state WHERE name = 'latest' AND seq >= :oldest", { oldest });
  db.run(`DELETE FROM event WHERE ${mine}`, { seqs });
  setFact(db, 'taste_epoch', `${now}.back.${oldest}`);
}

/** The number up to which everything was forgotten; 0: nothing was. */
export function erasedUpTo(db: ReadableDb, before: EpochMs = Number.MAX_SAFE_INTEGER): number {
  return (
    db.get<{ seq: number | null }>(`SELECT max(seq) AS seq FROM event WHERE ${eraseAll} AND at < :before`, { before })
      ?.seq ?? 0
  );
}

/** Takes lessons, states and the signals themselves away: nobody can have them back any more. */
export function deleteErased(db: WritableDb, before: EpochMs): void {
  const seq = erasedUpTo(db, before);
  if (seq === 0) return;
  db.run('DELETE FROM taste_lesson WHERE seq <= :seq', { seq });
  // What was made of both sides of the moment holds what was erased only where it ends before it.
  db.run('DELETE FROM taste_state WHERE seq < :seq', { seq });
  db.run(`DELETE FROM event WHERE seq <= :seq AND (kind IN (${readingKinds}) OR kind LIKE 'taste-%')`, { seq });
  setFact(db, 'taste_epoch', `${before}.${seq}`);
}
