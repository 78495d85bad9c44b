/**
 * Decides whose turn it is: many requests at once, but never two at one host, and none at a host that asked for quiet.
 * Pure of network and time: both are passed in.
 */
import type { Clock, EpochMs } from '../../lib/clock.ts';
import { onAbort } from '../../lib/on-abort.ts';
import { Line, type QueueOutcome, type Waiting } from './host-line.ts';
import { type HostState, isWorthKeeping, knownSpacingMs } from './host-state.ts';

export type { QueueOutcome } from './host-line.ts';

export interface HostJob<Value> {
  /** The same key is never queued twice: whoever asks again gets the first one's answer. */
  readonly key: string;
  /** From `queueHostOf`: the host that answers in the end. It waits in this one's line. */
  readonly host: string;
  /** Hosts that only send it on to `host`. They are asked by nobody else meanwhile, and held and spaced like any other. */
  readonly alsoAsks?: readonly string[];
  readonly run: () => Promise<Value>;
  /** Pictures wait until no feed is waiting. Default 'feed'. */
  readonly priority?: 'feed' | 'picture';
  /** How long it may wait for a host that is held or spaced before it is told when to come back, ms. Default 20 s. */
  readonly patienceMs?: number;
  /** Takes the job out of the queue. One that runs is for `run` to stop. */
  readonly signal?: AbortSignal;
}

/** Calls back after `ms`; returns how to call it off. */
export type Alarm = (ms: number, ring: () => void) => () => void;

export const systemAlarm: Alarm = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

export interface HostQueueOptions<Value> {
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** 0 up to 1. */
  readonly random: () => number;
  /** Requests at once over all hosts; default 16. */
  readonly atOnce?: number;
  /** How long the answer asks us to leave its host alone, ms. */
  readonly holdMs: (value: Value) => number | undefined;
  /** Which host asked, where it is not the job's own: an answer may come from where a redirect led. */
  readonly heldHost?: (value: Value) => string | undefined;
  /** Told after a host's state has changed in a way worth storing. */
  readonly onHostState?: (state: HostState) => void;
}

const defaultAtOnce = 16;
const defaultPatienceMs = 20_000;

export class HostQueue<Value> {
  readonly #options: HostQueueOptions<Value>;
  readonly #lines = new Map<string, Line<Value>>();
  readonly #byKey = new Map<string, Promise<QueueOutcome<Value>>>();
  #running = 0;
  #stopAlarm: (() => void) | undefined;

  constructor(options: HostQueueOptions<Value>) {
    this.#options = options;
  }

  /**
   * Runs the job when its host and a place are free. Resolves with what happened to it; rejects only if `run` does.
   * A job for a host that is held for longer than its patience is answered at once.
   */
  enqueue(job: HostJob<Value>): Promise<QueueOutcome<Value>> {
    const known = this.#byKey.get(job.key);
    if (known !== undefined) return known;
    const answer = this.#wait(job).finally(() => this.#byKey.delete(job.key));
    this.#byKey.set(job.key, answer);
    return answer;
  }

  /** Until when a host is to be left alone, or undefined. */
  heldUntil(host: string): EpochMs | undefined {
    const until = this.#lines.get(host)?.state.heldUntil ?? 0;
    return until > this.#now() ? until : undefined;
  }

  /** What has been learned of the hosts, to be stored. */
  snapshot(): readonly HostState[] {
    return [...this.#lines.values()].map((line) => line.state).filter(isWorthKeeping);
  }

  /** Takes back what was stored. Holds that lie implausibly far ahead (the clock was wrong) are shortened. */
  restore(states: readonly HostState[]): void {
    for (const state of states) this.#line(state.host).restore(state, this.#now());
  }

  /** Waiting and running. */
  get size(): number {
    return this.#byKey.size;
  }

  /** Takes every waiting job out, as cancelled. */
  clear(): void {
    for (const line of this.#lines.values())
      for (const waiting of line.takeAll()) waiting.settle({ kind: 'cancelled' });
    this.#stopAlarm?.();
  }

  #wait(job: HostJob<Value>): Promise<QueueOutcome<Value>> {
    const line = this.#line(job.host);
    const others = (job.alsoAsks ?? []).filter((host) => host !== job.host).map((host) => this.#line(host));
    const patienceMs = job.patienceMs ?? defaultPatienceMs;
    const now = this.#now();
    if (job.signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
    const impatientWith = [line, ...others].find(
      (one) => one.turnFor(one === line ? line.length : 0, now) - now > patienceMs,
    );
    if (impatientWith !== undefined) {
      return Promise.resolve({ kind: 'held', until: impatientWith.promiseTurn(job.key, now) });
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting<Value> = {
        key: job.key,
        others,
        rank: job.priority === 'picture' ? 1 : 0,
        giveUpAt: now + patienceMs,
        run: job.run,
        settle: (outcome) => {
          callOff?.();
          resolve(outcome);
        },
        reject,
      };
      const callOff =
        job.signal &&
        onAbort(job.signal, () => {
          if (line.remove(waiting)) waiting.settle({ kind: 'cancelled' });
        });
      line.add(waiting);
      this.#pump();
    });
  }

  /** Starts whatever may start now and sets the alarm for what may start later. */
  #pump(): void {
    const now = this.#now();
    while (this.#running < (this.#options.atOnce ?? defaultAtOnce)) {
      const line = this.#nextLine(now);
      const waiting = line?.take(now);
      if (line === undefined || waiting === undefined) {
        this.#setAlarm(now);
        return;
      }
      this.#running++;
      for (const asked of [line, ...waiting.others]) asked.begin(now, this.#options.random());
      void this.#run(line, waiting);
    }
    // Every place is taken: whoever ends first looks again, and thousands may queue without a look at every line each.
  }

  /** Feeds before pictures, then the longest queue first: it will take the longest, one after the other. */
  #nextLine(now: EpochMs): Line<Value> | undefined {
    let best: Line<Value> | undefined;
    for (const line of this.#lines.values()) {
      if (!line.mayStart(now)) continue;
      if (best === undefined || line.rank < best.rank || (line.rank === best.rank && line.length > best.length))
        best = line;
    }
    return best;
  }

  async #run(line: Line<Value>, waiting: Waiting<Value>): Promise<void> {
    try {
      const value = await waiting.run();
      const holdMs = this.#options.holdMs(value);
      if (holdMs !== undefined) {
        const host = this.#options.heldHost?.(value);
        this.#hold(host === undefined ? line : this.#line(host), holdMs);
      }
      waiting.settle({ kind: 'ran', value });
    } catch (error) {
      waiting.reject(error);
    } finally {
      for (const asked of [line, ...waiting.others]) asked.isRunning = false;
      this.#running--;
      this.#pump();
    }
  }

  #hold(line: Line<Value>, holdMs: number): void {
    const now = this.#now();
    line.hold(holdMs, now);
    this.#options.onHostState?.(line.state);
    for (const waiting of [...this.#lines.values()].flatMap((other) => other.takeImpatient(now, line)))
      waiting.settle({ kind: 'held', until: line.promiseTurn(waiting.key, now) });
  }

  #setAlarm(now: EpochMs): void {
    this.#stopAlarm?.();
    this.#stopAlarm = undefined;
    let earliest = Number.POSITIVE_INFINITY;
    for (const line of this.#lines.values()) {
      earliest = Math.min(earliest, line.nextStart(now));
    }
    if (earliest > now && earliest !== Number.POSITIVE_INFINITY) {
      this.#stopAlarm = this.#options.alarm(earliest - now, () => this.#pump());
    }
  }

  #line(host: string): Line<Value> {
    const known = this.#lines.get(host);
    if (known !== undefined) return known;
    const line = new Line<Value>(host, knownSpacingMs(host));
    this.#lines.set(host, line);
    return line;
  }

  #now(): EpochMs {
    return this.#options.clock.now();
  }
}
