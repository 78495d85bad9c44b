/** Keeps the model of For you up to the log: each new signal is one lesson, stored with the features it was given with. */
import { dayMs } from '../../curation/curation-article.ts';
import { type Features, forYouFeatures } from '../../curation/for-you-features.ts';
import { TasteModel } from '../../curation/for-you-model.ts';
import type { SignalKind, TasteEvent } from '../../curation/taste-lessons.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { storedShape } from '../../lib/stored-json.ts';
import { factsOf } from '../../store/articles/article-facts.ts';
import type { ReadableDb } from '../../store/handles.ts';
import { storyRow } from '../../store/stories/stories.ts';
import {
  everything,
  type KeptLesson,
  lessonsAfter,
  newestLessonBefore,
  type Signal,
  signalsAfter,
  type TasteChanges,
  type TasteStateName,
  tasteEpoch,
  tasteSeq,
  tasteState,
  wasFinished,
} from '../../store/stories/taste.ts';
import { isTasteEdit, isTasteState, isWrittenLesson, type WrittenLesson } from './kept-taste.ts';

const lessonsAStep = 100;
const lessonsBetweenStates = 50;
const keptDays = 180;
const foldEveryMs = dayMs;
const bouncedBelowSeconds = 5;
const finishedFromSeconds = 30;

/** Signals of the log that are lessons under another name, or as they are. */
const lessonOf: Readonly<Record<string, SignalKind>> = {
  opened: 'opened',
  finished: 'finished',
  skipped: 'skipped',
  shared: 'shared',
  original: 'original',
  starred: 'starred',
  kept: 'starred', // keeping for later is wanting it as much
  hidden: 'hidden',
  'less-like-this': 'less-like-this',
  'more-like-this': 'more-like-this',
};

export class TasteKeeper {
  readonly #db: ReadableDb;
  #model: TasteModel | undefined;
  #seq = 0;
  #lessonSeq = 0;
  #epoch = '';
  #sinceState = 0;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** The model as the stored lessons make it. */
  get model(): TasteModel {
    const epoch = tasteEpoch(this.#db);
    if (this.#model === undefined || epoch !== this.#epoch) this.#load(epoch);
    return this.#model ?? new TasteModel();
  }

  /** Learns from the next signals of the log; store what it returns before asking again. undefined: nothing new. */
  learn(now: EpochMs): TasteChanges | undefined {
    const model = this.model;
    const signals = signalsAfter(this.#db, this.#seq, lessonsAStep);
    const last = signals.at(-1);
    if (last === undefined) return undefined;
    const lessons: KeptLesson[] = [];
    for (const signal of signals) {
      const lesson = this.#lesson(signal);
      if (lesson === undefined) continue;
      model.apply(lesson);
      this.#lessonSeq = signal.seq;
      lessons.push({ seq: signal.seq, at: signal.at, lesson: JSON.stringify(written(lesson)) });
    }
    this.#seq = last.seq;
    this.#sinceState += lessons.length;
    return { lessons, seq: last.seq, states: this.#sinceState >= lessonsBetweenStates ? [this.#snapshot(now)] : [] };
  }

  /**
   * Once a day: the model is made again from the folded state and the log, and what is older than 180 days goes into
   * the folded state. The outcome is the same to the last digit, so nobody sees it. undefined: not due.
   */
  fold(now: EpochMs): TasteChanges | undefined {
    const folded = tasteState(this.#db, 'folded');
    if (folded !== undefined && now - folded.at < foldEveryMs) return undefined;
    const model = rebuilt(folded?.state);
    const upTo = newestLessonBefore(this.#db, now - keptDays * dayMs) ?? folded?.seq ?? 0;
    for (const { lesson } of lessonsAfter(this.#db, folded?.seq ?? 0, upTo)) teach(model, lesson);
    const state = { name: 'folded' as const, seq: upTo, at: now, state: JSON.stringify(model.state()) };
    for (const { lesson } of lessonsAfter(this.#db, upTo)) teach(model, lesson);
    this.#model = model;
    return { lessons: [], seq: this.#seq, states: [state, this.#snapshot(now)] };
  }

  #snapshot(now: EpochMs): TasteChanges['states'][number] {
    this.#sinceState = 0;
    const name: TasteStateName = 'latest';
    return { name, seq: this.#lessonSeq, at: now, state: JSON.stringify(this.model.state()) };
  }

  #load(epoch: string): void {
    const kept = tasteState(this.#db, 'latest') ?? tasteState(this.#db, 'folded');
    const model = rebuilt(kept?.state);
    this.#lessonSeq = kept?.seq ?? 0;
    for (const { seq, lesson } of lessonsAfter(this.#db, this.#lessonSeq)) {
      teach(model, lesson);
      this.#lessonSeq = seq;
    }
    this.#model = model;
    this.#seq = tasteSeq(this.#db);
    this.#epoch = epoch;
    this.#sinceState = 0;
  }

  #lesson(signal: Signal): TasteEvent | undefined {
    if (signal.kind.startsWith('taste-')) return edit(signal);
    const kind = this.#kindOf(signal);
    if (kind === undefined || signal.articleId === null) return undefined;
    const [article] = factsOf(this.#db, [signal.articleId]);
    if (article === undefined) return undefined; // its text went before it could be learned from
    const publishers = article.storyId === null ? 1 : (storyRow(this.#db, article.storyId)?.publishers ?? 1);
    const features = rounded(forYouFeatures(article, publishers, signal.at));
    return { seq: signal.seq, kind, features, ...(signal.data !== null && { feature: signal.data }) };
  }

  #kindOf({ kind, amount, articleId, seq }: Signal): SignalKind | undefined {
    if (kind !== 'seconds') return lessonOf[kind];
    const seconds = amount ?? 0;
    if (seconds < bouncedBelowSeconds) return 'bounced';
    const isFinished = articleId !== null && wasFinished(this.#db, articleId, seq);
    return seconds >= finishedFromSeconds && !isFinished ? 'finished' : undefined;
  }
}

function rebuilt(state: string | undefined): TasteModel {
  const kept = storedShape(state, isTasteState);
  return kept === undefined ? new TasteModel() : TasteModel.fromState(kept);
}

function edit({ seq, kind, data }: Signal): TasteEvent | undefined {
  const { feature, weight = 0 } = storedShape(data, isTasteEdit) ?? {};
  if (feature === undefined) return undefined;
  if (kind === 'taste-set') return { seq, kind: 'set', feature, weight };
  if (kind === 'taste-erase') return feature === everything ? { seq, kind: 'erase' } : { seq, kind: 'erase', feature };
  return { seq, kind: kind === 'taste-mute' ? 'mute' : 'unmute', feature };
}

// Four digits are far below what a weight can tell, and half the room in the log.
function rounded(features: Features): Features {
  return new Map([...features].map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}

function written(event: TasteEvent): WrittenLesson {
  return 'features' in event ? { ...event, features: [...event.features] } : event;
}

function teach(model: TasteModel, text: string): void {
  const lesson = storedShape(text, isWrittenLesson);
  if (lesson === undefined) return;
  model.apply('features' in lesson ? { ...lesson, features: new Map(lesson.features) } : lesson);
}
