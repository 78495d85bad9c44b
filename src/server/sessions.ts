/**
 * The sessions of browser tabs. A tab holds a secret and sends it with each call; here lies only its SHA-256, with which the
 * server can prove to a tab that it knows that tab, but nobody can call.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface KeptSession {
  /** SHA-256 of the secret, hexadecimal. */
  readonly hash: string;
  /** When it was last used, as far as was noted: to the day. */
  readonly usedAt: number;
}

export interface Sessions {
  /** A new one; its secret is told once, here. */
  readonly begin: () => string;
  readonly isKnown: (secret: unknown) => boolean;
  /** Whether pictures and sounds may be asked for with this key, which stands in their addresses. */
  readonly isMediaKey: (key: string) => boolean;
  /**
   * The proof that this server knows the session of that id, and sits at the port that the tab asks: what another program
   * there were to carry on to us would prove nothing. undefined when the session is not known.
   */
  readonly prove: (question: {
    readonly id: string;
    readonly nonce: string;
    readonly port: number;
  }) => string | undefined;
}

export interface SessionOptions {
  readonly kept: readonly KeptSession[];
  readonly keep: (sessions: readonly KeptSession[]) => void;
  readonly now?: () => number;
}

export const longestKeptMs = 7 * 86_400_000;
const notedEveryMs = 86_400_000;
/** Far more tabs than anybody keeps: the one that was used least recently gives way. */
export const mostSessions = 32;

interface Session {
  readonly hash: string;
  readonly id: string;
  readonly mediaKey: string;
  usedAt: number;
}

export function createSessions({ kept, keep, now = Date.now }: SessionOptions): Sessions {
  const byHash = new Map<string, Session>();
  const add = ({ hash, usedAt }: KeptSession): void => {
    byHash.set(hash, { hash, usedAt, id: derived(hash, 'id'), mediaKey: derived(hash, 'media') });
  };
  for (const session of kept) add(session);
  const living = (): readonly Session[] => {
    // a clock that was put back must not make one immortal
    for (const { hash, usedAt } of byHash.values()) if (Math.abs(now() - usedAt) > longestKeptMs) byHash.delete(hash);
    return [...byHash.values()];
  };
  const note = (): void => {
    const newestFirst = living().toSorted((one, other) => other.usedAt - one.usedAt);
    for (const { hash } of newestFirst.slice(mostSessions)) byHash.delete(hash);
    keep(newestFirst.slice(0, mostSessions).map(({ hash, usedAt }) => ({ hash, usedAt })));
  };
  const use = (session: Session): void => {
    if (now() - session.usedAt < notedEveryMs) return;
    session.usedAt = now();
    note();
  };
  return {
    begin: () => {
      const secret = randomBytes(32).toString('base64url');
      add({ hash: hashOf(secret), usedAt: now() });
      note();
      return secret;
    },
    isKnown: (secret) => {
      if (typeof secret !== 'string' || secret.length > 100) return false;
      const hash = hashOf(secret);
      const session = living().find((each) => each.hash === hash);
      if (session !== undefined) use(session);
      return session !== undefined;
    },
    isMediaKey: (key) => living().some(({ mediaKey }) => isSame(mediaKey, key)),
    prove: ({ id, nonce, port }) => {
      const session = living().find((each) => each.id === id);
      return session && derived(session.hash, proofText(port, nonce));
    },
  };
}

/** Whether a server at `port` that answers so knows the session. */
export function isProof({
  hash,
  nonce,
  port,
  proof,
}: Record<'hash' | 'nonce' | 'proof', string> & { port: number }): boolean {
  return isSame(derived(hash, proofText(port, nonce)), proof);
}

/** By which a server is asked for its proof. */
export function idOf({ hash }: KeptSession): string {
  return derived(hash, 'id');
}

function proofText(port: number, nonce: string): string {
  return `proof ${port} ${nonce}`;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The window derives the same from its secret (renderer/client/session-keys.ts). */
function derived(hash: string, text: string): string {
  return createHmac('sha256', Buffer.from(hash, 'hex')).update(text).digest('base64url');
}
