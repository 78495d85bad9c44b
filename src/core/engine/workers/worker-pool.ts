/**
 * A few workers of one kind, started as they are wanted. Each call goes to the least-loaded; a lost worker is replaced and
 * its calls fail with worker_lost.
 */
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { type Failure, fail, ok, type Result } from '../../../contract/errors.ts';
import type { Clock } from '../../lib/clock.ts';
import { onAbort } from '../../lib/on-abort.ts';
import type { TellOpening } from '../library/opening.ts';
import { spawnWorker, type WorkerKind } from './spawn-worker.ts';
import type { WorkerData, WorkerMessage, WorkerRequest } from './worker-protocol.ts';

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
  /** Gets a port of its own to each worker, which finds the other end in its data as `proxyPort`. */
  readonly answerOn?: (port: MessagePort) => void;
  /** Told when a call has met damage in the library. */
  readonly onDamage?: () => void;
  /** Told how far the work is that a library needs before it can be opened. */
  readonly onOpening?: TellOpening | undefined;
}

interface Pending {
  readonly name: string;
  readonly settle: (result: Result<unknown>) => void;
}

interface Member {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
  /** Calls under way that may take long. */
  longCalls: number;
  isReady: boolean;
  ended: boolean;
  /** Why it could not begin. */
  refusal?: Result<unknown>;
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

export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #members: Member[] = [];
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
    const ready = await Promise.all(Array.from({ length: options.atOnce ?? options.size }, () => pool.#spawn()));
    const failed = ready.find((result) => !result.ok);
    if (failed === undefined || failed.ok) return ok(pool);
    await pool.close();
    return failed;
  }

  call(name: string, input: unknown, more: CallMore = {}): Promise<Result<unknown>> {
    this.#growWhereBusy(more.isLong === true);
    const member = more.isLong === true ? this.#members.find(({ ended }) => !ended) : this.#leastLoaded();
    if (member === undefined) return Promise.resolve(lost(name));
    const id = this.#nextId;
    this.#nextId += 1;
    const { cancel } = more;
    const now = this.#options.clock.now();
    const request: WorkerRequest = { id, name, input, now, ...(cancel !== undefined && { stop: cancel }) };
    return new Promise((resolve) => {
      const callOff = more.signal && onAbort(more.signal, () => member.worker.postMessage({ cancel: id }));
      if (more.isLong === true) member.longCalls += 1;
      const settle = (result: Result<unknown>): void => {
        if (more.isLong === true) member.longCalls -= 1;
        callOff?.();
        resolve(result);
      };
      member.pending.set(id, { name, settle });
      member.worker.postMessage(request, more.transfer);
    });
  }

  /** Starts the first of them, where no call has yet. */
  warm(): void {
    if (this.#members.length === 0) this.#growWhereBusy(false);
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all(
      this.#members.map(
        (member) =>
          new Promise<void>((done) => {
            if (member.ended) return done();
            member.worker.once('exit', () => done());
            // one that is still loading has nothing under way
            if (!member.isReady && member.pending.size === 0) void member.worker.terminate();
            else member.worker.postMessage({ close: true });
          }),
      ),
    );
  }

  /** A long call leaves the others free only where there are others. */
  #growWhereBusy(isLong: boolean): void {
    const standing = this.#members.filter(({ ended }) => !ended);
    if (this.#closing || standing.length >= this.#options.size || this.#isLosing()) return;
    if (isLong || standing.every(({ pending }) => pending.size > 0)) void this.#spawn();
  }

  /** One that is still starting is worth waiting for where the others are at something long. */
  #leastLoaded(): Member | undefined {
    const load = ({ pending, longCalls, isReady }: Member): number =>
      pending.size + longCalls * longWeight + (isReady ? 0 : 1);
    let best: Member | undefined;
    for (const member of this.#members) {
      if (!member.ended && (best === undefined || load(member) < load(best))) best = member;
    }
    return best;
  }

  #spawn(): Promise<Result<unknown>> {
    const channel = this.#options.answerOn === undefined ? undefined : new MessageChannel();
    if (channel !== undefined) this.#options.answerOn?.(channel.port1);
    const { kind, file, data } = this.#options;
    const worker =
      this.#takeAhead() ??
      spawnWorker(kind, file, {
        data: { ...data, ...(channel && { proxyPort: channel.port2 }) },
        transfer: channel === undefined ? [] : [channel.port2],
      });
    const member: Member = { worker, pending: new Map(), longCalls: 0, isReady: false, ended: false };
    this.#members.push(member);
    return new Promise((started) => {
      worker.on('message', (message: WorkerMessage) => {
        if ('ready' in message) {
          member.isReady = true;
          if (!message.ready.ok) member.refusal = message.ready;
          started(message.ready);
        } else if ('opening' in message) this.#options.onOpening?.(message.opening);
        else this.#answer(member, message.id, message.result, message.ms);
      });
      worker.on('error', (error) => {
        started(fail('worker_lost', `A part of Broadsheet stopped working (${error.message}).`));
      });
      worker.on('exit', () => this.#lose(member, started));
    });
  }

  #takeAhead(): Worker | undefined {
    const { ahead } = this.#options;
    const isFirst = this.#members.length === 0 && this.#lostAt.length === 0;
    // one that has ended has no number any more
    return isFirst && ahead !== undefined && ahead.threadId > 0 ? ahead : undefined;
  }

  #answer(member: Member, id: number, result: Result<unknown>, ms: number): void {
    const pending = member.pending.get(id);
    if (pending === undefined) return;
    member.pending.delete(id);
    if (ms > slowMs && this.#options.kind !== 'task' && this.#options.kind !== 'story')
      this.#options.onSlow(pending.name, ms);
    if (!result.ok && result.error.code === 'library_damaged') this.#options.onDamage?.();
    pending.settle(result);
  }

  #lose(member: Member, started: (result: Result<unknown>) => void): void {
    member.ended = true;
    this.#members.splice(this.#members.indexOf(member), 1);
    for (const { name, settle } of member.pending.values()) settle(member.refusal ?? lost(name));
    started(lost('start'));
    // it has said why it cannot begin: the next call may find that this has changed
    if (member.refusal !== undefined) return;
    if (this.#closing) return;
    this.#lostAt = [...this.#lostAt.slice(1 - lossesAtMost), this.#options.clock.now()];
    if (!this.#isLosing()) void this.#spawn();
  }

  #isLosing(): boolean {
    const [first] = this.#lostAt;
    return (
      this.#lostAt.length >= lossesAtMost && first !== undefined && this.#options.clock.now() - first < lossesWithinMs
    );
  }
}

function lost(name: string): { ok: false; error: Failure } {
  return fail(
    'worker_lost',
    'A part of Broadsheet stopped in the middle of this and was started again. Try once more.',
    { name },
  );
}
