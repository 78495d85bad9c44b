/**
 * Groups what the library holds and no story has yet: first the last 72 hours, with all that is remembered of them, then
 * older articles in their own order of time. Works in slices that stay under 30 ms; what is written is never done twice.
 */
import { articleTime, hourMs } from '../../curation/curation-article.ts';
import { windowMs } from '../../curation/story-thresholds.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { type ArticleFacts, factsOfStories, groupedFacts, ungroupedFacts } from '../../store/articles/article-facts.ts';
import { lowestIdAt, momentOfId } from '../../store/articles/article-id.ts';
import type { ReadableDb } from '../../store/handles.ts';
import {
  constraintsKept,
  constraintsMark,
  type GroupingChanges,
  type KeptConstraint,
  renamedStories,
  storiesAcross,
  storiesReachingOut,
} from '../../store/stories/stories.ts';
import { GroupingStream } from './grouping-stream.ts';

export type GroupingScope = 'live' | 'all';

export interface GroupingStep {
  readonly changes: GroupingChanges;
  /** Ask again: there is more to do in this scope. */
  readonly more: boolean;
}

const sliceMs = 25;
const page = 200;
const neighboursRead = 1_000;
const forgetEveryMs = hourMs;
const oldForgetEveryMs = 12 * hourMs;
const beginningOfIds = Number.MIN_SAFE_INTEGER;
const firstDate = Date.UTC(1990, 0, 1);
const endOfIds = Number.MAX_SAFE_INTEGER;

interface OldStream {
  readonly stream: GroupingStream;
  at: EpochMs;
  forgotAt: EpochMs;
  /** Grouped articles below this id are remembered. */
  restoredTo: number;
  unsettled: boolean;
  /** Something that the live stream remembers was placed anew. */
  touchedLive: boolean;
}

export class ArticleGrouper {
  readonly #db: ReadableDb;
  #live: GroupingStream | undefined;
  /** Grouped articles below this id are remembered; undefined once all are. */
  #restoring: number | undefined;
  #liveFrom = 0;
  #mark = '';
  #unsettled = false;
  #forgotAt = 0;
  #old: OldStream | undefined;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** One slice. Write its changes before asking for the next. */
  step(scope: GroupingScope, now: EpochMs): GroupingStep {
    const until = performance.now() + sliceMs;
    const live = this.#liveStream(now);
    const from = lowestIdAt(now - windowMs);
    if (this.#restoring !== undefined) {
      this.#restoreLive(live, until);
      return { changes: live.takeChanges(), more: true };
    }
    const waiting = this.#liveWaiting(from, now);
    if (waiting.length > 0) {
      this.#addTo(live, waiting, until);
      return { changes: live.takeChanges(), more: true };
    }
    if (this.#unsettled) {
      this.#unsettled = false;
      live.settle();
      return { changes: live.takeChanges(), more: true };
    }
    return scope === 'live' ? { changes: live.takeChanges(), more: false } : this.#oldStep(live, { now, until });
  }

  /** Takes articles out of their story, or makes two stories one; in memory when it is live, else among its own articles. */
  regroup(
    storyIds: readonly number[],
    work: (stream: GroupingStream) => KeptConstraint[],
  ): { constraints: KeptConstraint[]; changes: GroupingChanges; stream: GroupingStream } {
    const members = factsOfStories(this.#db, storyIds);
    const live = this.#live;
    const isLive = live !== undefined && members.length > 0 && members.every(({ id }) => live.has(id));
    const stream = isLive ? live : new GroupingStream(this.#remembered());
    if (!isLive) for (const member of members) stream.restore(member);
    const constraints = work(stream);
    return { constraints, changes: stream.takeChanges(), stream };
  }

  /** After the reader's own word was written: what is in memory knows it already. */
  noteConstraints(): void {
    if (this.#live !== undefined) this.#mark = constraintsMark(this.#db);
  }

  #remembered() {
    const toName = (id: number): string => id.toString(36);
    return {
      constraints: constraintsKept(this.#db),
      renamed: renamedStories(this.#db).map(({ from, to }) => ({ from: toName(from), to: toName(to) })),
    };
  }

  /** Read anew when the reader's word changed behind its back (an undo). */
  #liveStream(now: EpochMs): GroupingStream {
    const mark = constraintsMark(this.#db);
    if (this.#live === undefined || mark !== this.#mark) {
      this.#live = new GroupingStream(this.#remembered());
      this.#mark = mark;
      this.#liveFrom = now - windowMs;
      this.#restoring = lowestIdAt(this.#liveFrom);
      this.#forgotAt = now;
    }
    if (now - this.#forgotAt >= forgetEveryMs) {
      this.#live.forgetBefore(now);
      this.#forgotAt = now;
    }
    return this.#live;
  }

  #restoreLive(live: GroupingStream, until: number): void {
    while (this.#restoring !== undefined && performance.now() < until) {
      const facts = groupedFacts(this.#db, { from: this.#restoring, to: endOfIds, limit: page });
      for (const article of facts) live.restore(article);
      const last = facts.at(-1);
      this.#restoring = last === undefined || facts.length < page ? undefined : last.id + 1;
    }
    if (this.#restoring !== undefined) return;
    // What began before the window and still goes on keeps its age, so that it ends when its week is over.
    for (const article of factsOfStories(this.#db, storiesAcross(this.#db, this.#liveFrom))) live.restore(article);
  }

  /** A date before 1990 is no date: such an article belongs to the day it arrived, wherever its id stands. */
  #liveWaiting(from: number, now: EpochMs): ArticleFacts[] {
    const dated = ungroupedFacts(this.#db, { from, to: endOfIds, limit: page });
    const undated = ungroupedFacts(this.#db, { from: beginningOfIds, to: lowestIdAt(firstDate), limit: page });
    return [...undated.filter((article) => articleTime(article) >= now - windowMs), ...dated];
  }

  #addTo(stream: GroupingStream, articles: readonly ArticleFacts[], until: number): void {
    for (const article of articles) {
      stream.add(article);
      this.#unsettled = true;
      if (performance.now() > until) return;
    }
  }

  /** With all of the stories that reach out of the range, so that a long one is known to be long. */
  #restore(
    stream: GroupingStream,
    facts: readonly ArticleFacts[],
    range: { readonly from: EpochMs; readonly to: EpochMs },
  ): void {
    for (const article of facts) stream.restore(article);
    const stories = new Set(facts.flatMap(({ storyId }) => storyId ?? []));
    for (const article of factsOfStories(this.#db, storiesReachingOut(this.#db, [...stories], range)))
      stream.restore(article);
  }

  #oldStep(live: GroupingStream, { now, until }: { readonly now: EpochMs; readonly until: number }): GroupingStep {
    const to = lowestIdAt(now - windowMs);
    const waiting = ungroupedFacts(this.#db, { from: beginningOfIds, to, limit: page });
    const [first] = waiting;
    if (first === undefined) return this.#endOld(live);
    const moment = momentOfId(first.id);
    // A gap, or an archive that begins earlier: the stream ends, and the next step begins another.
    if (this.#old !== undefined && !reaches(this.#old, moment)) return this.#endOld(live);
    this.#old ??= this.#oldStreamAt(moment);
    const old = this.#old;
    for (const article of waiting) {
      if (!reaches(old, momentOfId(article.id))) break;
      this.#restoreAround(old, momentOfId(article.id));
      old.stream.add(article);
      old.at = momentOfId(article.id);
      old.unsettled = true;
      if (performance.now() > until) break;
    }
    if (old.at - old.forgotAt >= oldForgetEveryMs) {
      old.stream.forgetBefore(old.at);
      old.forgotAt = old.at;
    }
    return { changes: this.#oldChanges(old, live), more: true };
  }

  /** The live stream is read anew once an older story took hold of what it remembers. */
  #oldChanges(old: OldStream, live: GroupingStream): GroupingChanges {
    const changes = old.stream.takeChanges();
    old.touchedLive ||= changes.placed.some(({ articleId }) => live.has(articleId));
    return changes;
  }

  #endOld(live: GroupingStream): GroupingStep {
    const old = this.#old;
    this.#old = undefined;
    if (old?.unsettled !== true) return { changes: live.takeChanges(), more: this.#unsettled };
    old.stream.settle();
    const changes = this.#oldChanges(old, live);
    if (old.touchedLive) this.#live = undefined;
    return { changes, more: true };
  }

  #oldStreamAt(moment: EpochMs): OldStream {
    return {
      stream: new GroupingStream(this.#remembered()),
      at: moment,
      forgotAt: moment,
      restoredTo: lowestIdAt(moment - windowMs),
      unsettled: false,
      touchedLive: false,
    };
  }

  #restoreAround(old: OldStream, moment: EpochMs): void {
    const to = lowestIdAt(moment + windowMs);
    while (old.restoredTo < to) {
      const facts = groupedFacts(this.#db, { from: old.restoredTo, to, limit: neighboursRead });
      this.#restore(old.stream, facts, { from: momentOfId(old.restoredTo), to: moment });
      const last = facts.at(-1);
      old.restoredTo = last === undefined || facts.length < neighboursRead ? to : last.id + 1;
    }
  }
}

function reaches(old: OldStream, moment: EpochMs): boolean {
  return moment >= old.at - windowMs && moment - old.at <= 2 * windowMs;
}
