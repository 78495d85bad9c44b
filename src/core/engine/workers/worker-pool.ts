/**
 * A few workers of one kind, started as they are wanted. Each call goes to the least-loaded. A worker that is lost, or gives
 * no sign of life for longer than its kind may, is ended and replaced; what it had under way is asked for once more, one
 * thing at a time, and what loses or holds a worker of its own as well fails with worker_lost or took_too_long.
 */
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { ok, type Result } from '../../../contract/errors.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { errorFacts } from '../../lib/log-text.ts';
import { onAbort } from '../../lib/on-abort.ts';
import type { TellOpening } from '../library/opening.ts';
import { closing, lost, tookTooLong } from './lost-calls.ts';
import { type PendingCall, PoolMember } from './pool-member.ts';
import { spawnWorker, type WorkerKind } from './spawn-worker.ts';
import type { WorkerData, WorkerRequest } from './worker-protocol.ts';

export interface WorkerPoolOptions {
  readonly kind: WorkerKind;
  readonly file: URL;
  /** At most so many: one more is started when a call finds all of them busy. */
  readonly size: number;
  /** Loading already: the first of them. */
  readonly ahead?: Worker | undefined;
  /** How many of them `start` waits for: 0 where a single command seldom wants any. */
  readonly atOnce?: number;
  readonly data: WorkerData;
  readonly clock: Clock;
  /** Told of calls that took longer than a call of this kind should. */
  readonly onSlow: (name: string, ms: number) => void;
  /** Told of what should not have been: a worker that was lost, a call that failed by a bug. */
  readonly log?: Log;
  /** Gets a port of its own to each worker, which finds the other end in its data as `proxyPort`. */
  readonly answerOn?: (port: MessagePort) => void;
  /** Told when a call has met damage in the library. */
  readonly onDamage?: () => void;
  /** Told how far the work is that a library needs before it can be opened. */
  readonly onOpening?: TellOpening | undefined;
  /** How long a worker with something under way may give no sign of life, ms; usually what its kind may. */
  readonly patienceMs?: number | undefined;
  /** How long a call may take in all, ms; without end where there is none. */
  readonly limitMs?: (name: string) => number | undefined;
}

export interface CallMore {
  readonly transfer?: ArrayBuffer[];
  readonly signal?: AbortSignal;
  /** Shared memory that the worker looks at: 1 means that the answer is not wanted. */
  readonly cancel?: Int32Array | undefined;
  /** May take longer than a list may wait: all such calls queue for one worker, and leave the others free. */
  readonly isLong?: boolean;
}

const slowMs = 40;
const longWeight = 100; // calls: nothing waits behind a long one that could go elsewhere

// A worker that cannot even start is not started for ever; one that a single feed ends each day is.
const lossesAtMost = 5;
const lossesWithinMs = 60_000;

// Far beyond what the largest feed, page or list takes on a slow computer under load. The writer is never ended: it may be
// tidying a library of many gigabytes.
const patienceMsOf = { task: 20_000, story: 120_000, reader: 300_000, writer: Number.POSITIVE_INFINITY } as const;
// What was called off is waited for so long, and a worker that is to close.
const callOffMs = 3_000;
const closeMsOf = { task: 3_000, story: 5_000, reader: 5_000, writer: 60_000 } as const;

export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #members: PoolMember[] = [];
  /** What a worker was lost with, to be asked for once more, one at a time. */
  readonly #suspects: PendingCall[] = [];
  #alone: PoolMember | undefined;
  #nextId = 1;
  /** When the last ones were lost. */
  #lostAt: readonly number[] = [];
  #closing = false;

  private constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** Starts the workers; fails with what the first one says when it cannot stand. */
  static async start(options: WorkerPoolOptions): Promise<Result<WorkerPool>> {
    const pool = new WorkerPool(options);
    const starting = Array.from({ length: options.atOnce ?? options.size }, () => pool.#spawn().started);
    const ready = await Promise.all(starting);
    const failed = ready.find((result) => !result.ok);
    if (failed === undefined || failed.ok) return ok(pool);
    await pool.close();
    return failed;
  }

  call(name: string, input: unknown, more: CallMore = {}): Promise<Result<unknown>> {
    this.#growWhereBusy(more.isLong === true);
    const member = more.isLong === true ? this.#members[0] : this.#leastLoaded();
    if (member === undefined) return Promise.resolve(lost(name));
    const { cancel, signal, transfer, isLong = false } = more;
    const now = this.#options.clock.now();
    const request: WorkerRequest = {
      id: this.#nextId,
      name,
      input,
      now,
      ...(cancel !== undefined && { stop: cancel }),
    };
    this.#nextId += 1;
    return new Promise((resolve) => {
      let late: NodeJS.Timeout | undefined;
      const callOff = (why: Result<unknown>): void => {
        (this.#alone?.has(request.id) === true ? this.#alone : member).cancel(request.id);
        // a worker that is held does not hear of it
        late = setTimeout(() => settle(why), callOffMs);
      };
      const forget = signal && onAbort(signal, () => callOff(closing(name)));
      const limitMs = this.#options.limitMs?.(name);
      const limit = limitMs && setTimeout(() => callOff(tookTooLong(name)), limitMs).unref();
      const settle = (result: Result<unknown>): void => {
        clearTimeout(limit);
        clearTimeout(late);
        forget?.();
        resolve(result);
      };
      // what went over without being copied is gone
      member.send({ request, isLong, mayRepeat: transfer === undefined, settle }, transfer);
    });
  }

  /** Starts the first of them, where no call has yet. */
  warm(): void {
    if (this.#members.length === 0) this.#growWhereBusy(false);
  }

  /** What is under way is called off; a worker that does not end in time is ended. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const { request, settle } of this.#suspects.splice(0)) settle(closing(request.name));
    const standing = this.#alone === undefined ? this.#members : [...this.#members, this.#alone];
    await Promise.all(standing.map((member) => member.close(closeMsOf[this.#options.kind])));
  }

  /** A long call leaves the others free only where there are others. */
  #growWhereBusy(isLong: boolean): void {
    const standing = this.#members;
    if (this.#closing || standing.length >= this.#options.size || this.#isLosing()) return;
    if (isLong || standing.every(({ calls }) => calls > 0)) this.#spawn();
  }

  /** One that is still starting is worth waiting for where the others are at something long. */
  #leastLoaded(): PoolMember | undefined {
    const load = ({ calls, longCalls, isReady }: PoolMember): number =>
      calls + longCalls * longWeight + (isReady ? 0 : 1);
    let best: PoolMember | undefined;
    for (const member of this.#members) {
      if (best === undefined || load(member) < load(best)) best = member;
    }
    return best;
  }

  #spawn(): PoolMember {
    const member = this.#newMember((gone, calls, isHeld) => this.#lose(gone, calls, isHeld));
    this.#members.push(member);
    return member;
  }

  #newMember(onEnd: (member: PoolMember, calls: readonly PendingCall[], isHeld: boolean) => void): PoolMember {
    const channel = this.#options.answerOn === undefined ? undefined : new MessageChannel();
    if (channel !== undefined) this.#options.answerOn?.(channel.port1);
    const { kind, file, data, patienceMs = patienceMsOf[kind] } = this.#options;
    const worker =
      this.#takeAhead() ??
      spawnWorker(kind, file, {
        data: { ...data, ...(channel && { proxyPort: channel.port2 }) },
        transfer: channel === undefined ? [] : [channel.port2],
      });
    return new PoolMember(worker, {
      patienceMs,
      onOpening: this.#options.onOpening,
      onCrash: (error) => this.#options.log?.('worker crashed', { kind, ...errorFacts(error) }),
      onAnswer: (name, result, ms) => this.#note(name, result, ms),
      onEnd,
    });
  }

  #takeAhead(): Worker | undefined {
    const { ahead } = this.#options;
    const isFirst = this.#members.length === 0 && this.#lostAt.length === 0;
    // one that has ended has no number any more
    return isFirst && ahead !== undefined && ahead.threadId > 0 ? ahead : undefined;
  }

  #note(name: string, result: Result<unknown>, ms: number): void {
    const { kind } = this.#options;
    if (ms > slowMs && kind !== 'task' && kind !== 'story') this.#options.onSlow(name, ms);
    if (!result.ok && result.error.code === 'library_damaged') this.#options.onDamage?.();
    if (!result.ok && result.error.code === 'internal')
      this.#options.log?.('call failed', { kind, name, stack: result.error.detail?.stack });
  }

  #lose(member: PoolMember, calls: readonly PendingCall[], isHeld: boolean): void {
    const at = this.#members.indexOf(member);
    if (at >= 0) this.#members.splice(at, 1);
    // it has said why it cannot begin: the next call may find that this has changed
    const isReplaced = member.refusal === undefined && !this.#closing;
    if (isReplaced)
      this.#options.log?.('worker lost', {
        kind: this.#options.kind,
        isHeld,
        calls: calls.map((call) => call.request.name),
      });
    if (isReplaced) this.#lostAt = [...this.#lostAt.slice(1 - lossesAtMost), this.#options.clock.now()];
    if (isReplaced && !this.#isLosing()) this.#spawn();
    this.#giveUpOrSuspect(calls, { isHeld, refusal: member.refusal });
  }

  /** One of several calls is to blame, and nobody can say which: each gets a worker to itself. A single one is known. */
  #giveUpOrSuspect(
    calls: readonly PendingCall[],
    { isHeld, refusal }: { readonly isHeld: boolean; readonly refusal: Result<unknown> | undefined },
  ): void {
    const isKnown = calls.length === 1 || refusal !== undefined || this.#closing || this.#isLosing();
    for (const call of calls) {
      const { name } = call.request;
      if (!isKnown && call.mayRepeat && this.#options.kind !== 'writer') this.#suspects.push(call);
      else if (this.#closing) call.settle(closing(name));
      else call.settle(refusal ?? (isHeld && calls.length === 1 ? tookTooLong(name) : lost(name)));
    }
    this.#askNextSuspect();
  }

  #askNextSuspect(): void {
    if (this.#alone !== undefined && this.#alone.calls > 0) return;
    const call = this.#suspects.shift();
    if (call === undefined) {
      void this.#alone?.close(closeMsOf[this.#options.kind]);
      this.#alone = undefined;
      return;
    }
    this.#alone ??= this.#newMember((gone, [guilty], isHeld) => {
      if (this.#alone === gone) this.#alone = undefined;
      if (guilty === undefined) return;
      const { name } = guilty.request;
      guilty.settle(this.#closing ? closing(name) : isHeld ? tookTooLong(name) : lost(name));
    });
    const settle = (result: Result<unknown>): void => {
      call.settle(result);
      // a turn later: the member has let go of this one by then
      setImmediate(() => this.#askNextSuspect());
    };
    this.#alone.send({ ...call, settle });
  }

  #isLosing(): boolean {
    const [first] = this.#lostAt;
    return (
      this.#lostAt.length >= lossesAtMost && first !== undefined && this.#options.clock.now() - first < lossesWithinMs
    );
  }
}
