/**
 * Runs commands step by step, several steps of several commands in one transaction: a commit flushes the full-text index
 * and a dozen pages, which costs more than the rows of a small feed. No answer leaves before its commit.
 */
import { setImmediate } from 'node:timers/promises';
import { fail, type Result } from '../../../contract/errors.ts';
import type { WritableDb } from '../../store/handles.ts';
import type { Steps } from '../commands.ts';

interface Job {
  readonly begin: () => Steps<unknown>;
  readonly settle: (result: Result<unknown>) => void;
  readonly reject: (error: unknown) => void;
  generator?: Generator<undefined, Result<unknown>>;
}

// With the last step's few the writer is seldom held for 50. What was put off to the group's end is to be paid as well.
const groupMs = 35;
const dueMs = 0.2;
const lastMs = 2_000;

export class StepRunner {
  readonly #db: WritableDb;
  readonly #jobs: Job[] = [];
  #isPumping = false;
  #whenIdle: (() => void)[] = [];

  constructor(db: WritableDb) {
    this.#db = db;
  }

  /** Rejects with what a step threw; that step's changes are undone, those of other commands are not touched. */
  run(begin: () => Steps<unknown>): Promise<Result<unknown>> {
    return new Promise((settle, reject) => {
      this.#jobs.push({ begin, settle, reject });
      if (!this.#isPumping) void this.#pump();
    });
  }

  /** Writes what was asked for, and lets go of what is not done in time: each step of it stands by itself. Close the file then. */
  async end(): Promise<void> {
    if (!this.#isPumping) return;
    const late = setTimeout(() => {
      for (const { settle } of this.#jobs.splice(0)) settle(fail('cancelled', 'Broadsheet is closing.'));
    }, lastMs);
    await new Promise<void>((resolve) => void this.#whenIdle.push(resolve));
    clearTimeout(late);
  }

  async #pump(): Promise<void> {
    this.#isPumping = true;
    while (this.#jobs.length > 0) {
      // what came in while the last group was written joins the next one
      await setImmediate();
      this.#group();
    }
    this.#isPumping = false;
    for (const tell of this.#whenIdle.splice(0)) tell();
  }

  #group(): void {
    const answers: (() => void)[] = [];
    const taken: Job[] = [];
    try {
      this.#db.transaction(() => {
        const begun = performance.now();
        do {
          const job = this.#jobs.shift();
          if (job === undefined) break;
          taken.push(job);
          this.#step(job, answers);
        } while (performance.now() - begun + this.#db.dueCount * dueMs < groupMs);
      });
    } catch (error) {
      // The whole group is undone, for instance because the disk is full: nobody's answer may stand. Where not even a
      // transaction could begin, nobody has had a turn, and none would ever get one.
      for (const job of new Set(taken.length > 0 ? taken : this.#jobs)) {
        const at = this.#jobs.indexOf(job);
        if (at >= 0) this.#jobs.splice(at, 1);
        job.reject(error);
      }
      return;
    }
    for (const answer of answers) answer();
  }

  /** One step, undone by itself if it throws. A command with more to do goes to the end of the line. */
  #step(job: Job, answers: (() => void)[]): void {
    try {
      const result = this.#db.savepoint(() => advance(job));
      if (result === undefined) this.#jobs.push(job);
      else answers.push(() => job.settle(result));
    } catch (error) {
      if (!this.#db.isInTransaction) throw error;
      answers.push(() => job.reject(error));
    }
  }
}

/** The command's result, or undefined when it has more steps. */
function advance(job: Job): Result<unknown> | undefined {
  if (job.generator === undefined) {
    const begun = job.begin();
    if (!('next' in begun)) return begun;
    job.generator = begun;
  }
  const step = job.generator.next();
  return step.done === true ? step.value : undefined;
}
