/** The jobs waiting for one host, and what that host has asked of us. */
import type { EpochMs } from '../../lib/clock.ts';
import { afterOffence, type HostState, restoredState } from './host-state.ts';

export type QueueOutcome<Value> =
  | { readonly kind: 'ran'; readonly value: Value }
  /** Not run: the host is to be left alone until then, and this job's turn is at that time. */
  | { readonly kind: 'held'; readonly until: EpochMs }
  | { readonly kind: 'cancelled' };

export interface Waiting<Value> {
  readonly key: string;
  /** The other hosts that this job asks on its way. */
  readonly others: readonly Line<Value>[];
  /** 0 before 1. */
  readonly rank: number;
  readonly giveUpAt: EpochMs;
  readonly run: () => Promise<Value>;
  readonly settle: (outcome: QueueOutcome<Value>) => void;
  readonly reject: (error: unknown) => void;
}

export class Line<Value> {
  isRunning = false;
  #state: HostState;
  #jobs: Waiting<Value>[] = [];
  /** Not before this: the last request and the spacing with its jitter. */
  #nextAt: EpochMs = 0;
  /** The turns given to those who were told to come back, by key. */
  readonly #promised = new Map<string, EpochMs>();

  constructor(host: string, spacingMs: number) {
    this.#state = { host, heldUntil: 0, spacingMs, lastRequestAt: 0, offences: 0 };
  }

  get state(): HostState {
    return this.#state;
  }

  get length(): number {
    return this.#jobs.length;
  }

  get rank(): number {
    return this.#jobs[0]?.rank ?? 0;
  }

  restore(state: HostState, now: EpochMs): void {
    this.#state = restoredState(state, this.#state.spacingMs, now);
    this.#nextAt = this.#state.lastRequestAt + this.#state.spacingMs;
  }

  add(waiting: Waiting<Value>): void {
    const after = this.#jobs.findIndex((other) => other.rank > waiting.rank);
    this.#jobs.splice(after === -1 ? this.#jobs.length : after, 0, waiting);
  }

  remove(waiting: Waiting<Value>): boolean {
    const index = this.#jobs.indexOf(waiting);
    if (index !== -1) this.#jobs.splice(index, 1);
    return index !== -1;
  }

  takeAll(): readonly Waiting<Value>[] {
    const all = this.#jobs;
    this.#jobs = [];
    return all;
  }

  mayStart(now: EpochMs): boolean {
    return this.#isFree(now) && this.#jobs.some((waiting) => waiting.others.every((other) => other.#isFree(now)));
  }

  /** When a job may start as far as time goes; never while nobody waits or one runs, whose end is looked at anyway. */
  nextStart(now: EpochMs): EpochMs {
    if (this.#jobs.length === 0 || this.isRunning) return Number.POSITIVE_INFINITY;
    const waits = this.#jobs.map(({ others }) =>
      others.reduce(
        (turn, other) => Math.max(turn, other.isRunning ? Number.POSITIVE_INFINITY : other.turnFor(0, now)),
        0,
      ),
    );
    return Math.max(this.turnFor(0, now), Math.min(...waits));
  }

  #isFree(now: EpochMs): boolean {
    return !this.isRunning && this.turnFor(0, now) <= now;
  }

  /** When the job with `before` others ahead of it may start, as far as this host's wishes go. */
  turnFor(before: number, now: EpochMs): EpochMs {
    const { heldUntil, spacingMs } = this.#state;
    return Math.max(now, heldUntil, spacingMs > 0 ? this.#nextAt : 0) + before * spacingMs;
  }

  /** Gives one who cannot wait a turn of its own, so that not all come back at once. Who asks again keeps its turn. */
  promiseTurn(key: string, now: EpochMs): EpochMs {
    const earliest = this.turnFor(this.#jobs.length, now);
    let latest = 0;
    for (const [other, at] of this.#promised) {
      if (at < now) this.#promised.delete(other);
      else latest = Math.max(latest, at);
    }
    const kept = this.#promised.get(key) ?? 0;
    const turn = kept >= earliest ? kept : Math.max(earliest, latest === 0 ? 0 : latest + this.#state.spacingMs);
    this.#promised.set(key, turn);
    return turn;
  }

  /** Takes out the first job whose other hosts are free, too. */
  take(now: EpochMs): Waiting<Value> | undefined {
    const index = this.#jobs.findIndex(({ others }) => others.every((other) => other.#isFree(now)));
    return index === -1 ? undefined : this.#jobs.splice(index, 1)[0];
  }

  /** A request begins. `random` 0 up to 1 lengthens the spacing by up to a quarter. */
  begin(now: EpochMs, random: number): void {
    this.isRunning = true;
    this.#state = { ...this.#state, lastRequestAt: now };
    this.#nextAt = now + this.#state.spacingMs * (1 + random / 4);
  }

  hold(holdMs: number, now: EpochMs): void {
    this.#state = afterOffence(this.#state, holdMs, now);
    this.#nextAt = now + this.#state.spacingMs;
    this.#promised.clear();
  }

  /** Takes out those that ask `held` and whose patience ends before their turn there. */
  takeImpatient(now: EpochMs, held: Line<Value>): readonly Waiting<Value>[] {
    const impatient = this.#jobs.filter((waiting, index) => {
      const before = held === this ? index : waiting.others.includes(held) ? 0 : undefined;
      return before !== undefined && held.turnFor(before, now) > waiting.giveUpAt;
    });
    if (impatient.length === 0) return impatient;
    this.#jobs = this.#jobs.filter((waiting) => !impatient.includes(waiting));
    return impatient;
  }
}
