/** Tokens that let a browser in: each works once, within a minute. */
import { createHash, randomBytes } from 'node:crypto';

/** Long enough for a browser that has to start first, on a slow computer. */
const lifeMs = 60_000;
// Whoever asks for more has no use for the oldest any more.
const mostWaiting = 8;

export interface EntryTokens {
  /** `onEnd` is told when it has been used or its minute is over. */
  readonly issue: (onEnd?: () => void) => string;
  /** Whether it lets in. It does so once. */
  readonly redeem: (token: unknown) => boolean;
  /** None that was given out lets anybody in any more. */
  readonly end: () => void;
}

interface Waiting {
  readonly until: number;
  readonly end: () => void;
}

/** `now` in milliseconds. */
export function createEntryTokens(now: () => number = () => performance.now()): EntryTokens {
  // By their sums: how long it takes to find none tells nothing of the tokens themselves.
  const waiting = new Map<string, Waiting>();
  const drop = (sum: string): Waiting | undefined => {
    const found = waiting.get(sum);
    waiting.delete(sum);
    found?.end();
    return found;
  };
  return {
    issue: (onEnd) => {
      const token = randomBytes(32).toString('base64url');
      const sum = sumOf(token);
      const timer = setTimeout(() => drop(sum), lifeMs).unref();
      const end = (): void => {
        clearTimeout(timer);
        onEnd?.();
      };
      waiting.set(sum, { until: now() + lifeMs, end });
      const [oldest] = waiting.keys();
      if (waiting.size > mostWaiting && oldest !== undefined) drop(oldest);
      return token;
    },
    redeem: (token) => {
      const found = typeof token === 'string' ? drop(sumOf(token)) : undefined;
      return found !== undefined && now() < found.until;
    },
    end: () => {
      for (const sum of [...waiting.keys()]) drop(sum);
    },
  };
}

function sumOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
