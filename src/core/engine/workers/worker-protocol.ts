/** What travels between the shell's thread and a worker. */
import type { Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import type { Opening } from '../library/opening.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  /** The clock is the engine's: workers are told the time, so that a test can set it. */
  readonly now: EpochMs;
  /** Shared memory, set to 1 when nobody waits for the answer any more. A query looks at it between rows. */
  readonly stop?: Int32Array;
}

export interface WorkerAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
  /** Milliseconds inside the worker. */
  readonly ms: number;
}

/** The first message of a worker: whether it stands, for instance whether the library could be opened. */
export interface WorkerReady {
  readonly ready: Result<unknown>;
}

/** How far the work is that a library needs before it can be opened; before the first message, or between others. */
export interface WorkerOpening {
  readonly opening: Opening;
}

/** A sign of life, when asked for one. */
export interface WorkerHere {
  readonly here: true;
}

export type WorkerMessage = WorkerAnswer | WorkerReady | WorkerOpening | WorkerHere;

export interface WorkerData {
  readonly libraryFolder: string;
  /** Shared memory, 0 until the writer has made and migrated the file: readers load meanwhile, and open it then. */
  readonly gate?: Int32Array;
  /** How long the opening of the library may take before it tells how far it is. */
  readonly patienceMs?: number;
}
