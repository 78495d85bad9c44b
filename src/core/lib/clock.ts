/** The time, passed in wherever it is needed so that tests can set it. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export interface Clock {
  readonly now: () => EpochMs;
}

export const systemClock: Clock = { now: () => Date.now() };
