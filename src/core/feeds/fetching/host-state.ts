/** What a host has taught us about how often it wants to be asked. Kept in the library, so that a restart forgets nothing. */
import type { EpochMs } from '../../lib/clock.ts';
import { isFiniteNumber, isObjectWith, isText } from '../../lib/shapes.ts';
import { hostOf } from './address-guard.ts';

/** Plain values: stored as one row a host. */
export interface HostState {
  readonly host: string;
  /** Leave alone until then; 0 when it never asked. */
  readonly heldUntil: EpochMs;
  /** Between two requests, ms; 0: one after the other without a pause. */
  readonly spacingMs: number;
  readonly lastRequestAt: EpochMs;
  /** How often it has said "too many requests". */
  readonly offences: number;
}

/** Hosts that are known to count: reddit.com answers one feed a minute and 429 to the rest. */
const knownSpacings: readonly (readonly [domain: string, spacingMs: number])[] = [['reddit.com', 60_000]];

const firstSpacingMs = 2000;
const longestSpacingMs = 60_000;
const longestHoldMs = 24 * 3_600_000;

/** The name under which an address queues: its host, or the domain of a site that counts all its hosts together. */
export function queueHostOf(url: URL): string {
  return queueHostNamed(hostOf(url));
}

/** The same for a host's bare name. */
export function queueHostNamed(host: string): string {
  const known = knownSpacings.find(([domain]) => host === domain || host.endsWith(`.${domain}`));
  return known?.[0] ?? host;
}

export function knownSpacingMs(host: string): number {
  return knownSpacings.find(([domain]) => domain === host)?.[1] ?? 0;
}

/** Held for as long as it asks, and spaced from then on: 2 s after the first time, doubled with each, up to a minute. */
export function afterOffence(state: HostState, holdMs: number, now: EpochMs): HostState {
  const offences = state.offences + 1;
  const spacingMs = Math.min(longestSpacingMs, firstSpacingMs * 2 ** Math.min(offences - 1, 10));
  return {
    ...state,
    offences,
    heldUntil: Math.max(state.heldUntil, now + Math.min(holdMs, longestHoldMs)),
    spacingMs: Math.max(state.spacingMs, spacingMs),
  };
}

export const isHostState = isObjectWith<HostState>({
  host: isText,
  heldUntil: isFiniteNumber,
  spacingMs: isFiniteNumber,
  lastRequestAt: isFiniteNumber,
  offences: isFiniteNumber,
});

/** A stored state made plausible: no time in it lies further ahead than a hold can last, and no pause is longer than ours. */
export function restoredState(stored: HostState, leastSpacingMs: number, now: EpochMs): HostState {
  return {
    ...stored,
    heldUntil: Math.min(stored.heldUntil, now + longestHoldMs),
    lastRequestAt: Math.min(stored.lastRequestAt, now),
    spacingMs: Math.max(Math.min(stored.spacingMs, longestSpacingMs), leastSpacingMs),
  };
}

/** A host that has never asked for anything needs no row. */
export function isWorthKeeping(state: HostState): boolean {
  return state.offences > 0 || (state.spacingMs > 0 && state.lastRequestAt > 0);
}
