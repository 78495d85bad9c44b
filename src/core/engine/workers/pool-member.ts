/** One worker of a pool: what it has under way, and whether it is still alive. */
import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../contract/errors.ts';
import type { TellOpening } from '../library/opening.ts';
import { lost } from './lost-calls.ts';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.ts';

export interface PendingCall {
  readonly request: WorkerRequest;
  /** May take longer than a list may wait. */
  readonly isLong: boolean;
  /** Its input is still here, to be sent once more. */
  readonly mayRepeat: boolean;
  readonly settle: (result: Result<unknown>) => void;
}

interface MemberOptions {
  readonly patienceMs: number;
  readonly onOpening: TellOpening | undefined;
  /** What nobody in its thread caught, and ends it. */
  readonly onCrash: (error: Error) => void;
  readonly onAnswer: (name: string, result: Result<unknown>, ms: number) => void;
  /** Once, with what it had under way; `isHeld` when it was ended for giving no sign of life. */
  readonly onEnd: (member: PoolMember, calls: readonly PendingCall[], isHeld: boolean) => void;
}

// It is asked so many times within its patience. Asked, not timed: while a computer sleeps nobody asks.
const questions = 6;

export class PoolMember {
  readonly #worker: Worker;
  readonly #options: MemberOptions;
  readonly #pending = new Map<number, PendingCall>();
  readonly #exited: Promise<void>;
  /** Settles when it can work, or cannot. */
  readonly started: Promise<Result<unknown>>;
  #tellStarted: (result: Result<unknown>) => void = () => {};
  #watch: NodeJS.Timeout | undefined;
  #unanswered = 0;
  #hasEnded = false;
  longCalls = 0;
  isReady = false;
  /** Why it could not begin. */
  refusal: Result<unknown> | undefined;

  constructor(worker: Worker, options: MemberOptions) {
    this.#worker = worker;
    this.#options = options;
    this.started = new Promise((resolve) => {
      this.#tellStarted = resolve;
    });
    worker.on('message', (message: WorkerMessage) => this.#hear(message));
    worker.on('error', (error) => {
      options.onCrash(error);
      this.#tellStarted(fail('worker_lost', `A part of Broadsheet stopped working (${error.message}).`));
    });
    this.#exited = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#end(false);
        resolve();
      });
    });
  }

  get calls(): number {
    return this.#pending.size;
  }

  has(id: number): boolean {
    return this.#pending.has(id);
  }

  send(call: PendingCall, transfer: ArrayBuffer[] = []): void {
    this.#pending.set(call.request.id, call);
    if (call.isLong) this.longCalls += 1;
    this.#worker.postMessage(call.request, transfer);
    this.#watchOver();
  }

  cancel(id: number): void {
    this.#worker.postMessage({ cancel: id });
  }

  /** Ends it, by force where it has not ended after so many ms. Resolves then even where the thread cannot be ended. */
  async close(withinMs: number): Promise<void> {
    if (this.#hasEnded) return;
    // one that is still loading has nothing under way
    if (!this.isReady && this.calls === 0) void this.#worker.terminate();
    else this.#worker.postMessage({ close: true });
    let late: NodeJS.Timeout | undefined;
    const byForce = new Promise<void>((resolve) => {
      late = setTimeout(() => {
        void this.#worker.terminate();
        this.#end(false);
        resolve();
      }, withinMs);
    });
    await Promise.race([this.#exited, byForce]);
    clearTimeout(late);
  }

  #hear(message: WorkerMessage): void {
    this.#unanswered = 0;
    if ('ready' in message) {
      this.isReady = true;
      if (!message.ready.ok) this.refusal = message.ready;
      this.#tellStarted(message.ready);
    } else if ('opening' in message) {
      this.#options.onOpening?.(message.opening);
    } else if ('id' in message) {
      const call = this.#pending.get(message.id);
      if (call === undefined) return;
      this.#letGo(call);
      this.#options.onAnswer(call.request.name, message.result, message.ms);
      call.settle(message.result);
    }
  }

  #letGo(call: PendingCall): void {
    this.#pending.delete(call.request.id);
    if (call.isLong) this.longCalls -= 1;
    if (this.calls > 0) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** While something is under way. What is still loading has nothing to be held by. */
  #watchOver(): void {
    const { patienceMs } = this.#options;
    if (this.#watch !== undefined || !Number.isFinite(patienceMs)) return;
    this.#unanswered = 0;
    this.#watch = setInterval(() => {
      if (!this.isReady) return;
      if (this.#unanswered < questions) {
        this.#unanswered += 1;
        this.#worker.postMessage({ areYouThere: true });
        return;
      }
      void this.#worker.terminate();
      this.#end(true);
    }, patienceMs / questions).unref();
  }

  #end(isHeld: boolean): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearInterval(this.#watch);
    const calls = [...this.#pending.values()];
    this.#pending.clear();
    this.longCalls = 0;
    this.#options.onEnd(this, calls, isHeld);
    this.#tellStarted(lost('start'));
  }
}
