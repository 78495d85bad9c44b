/**
 * The session of this tab in a browser. Its secret lies in the tab's own storage, which belongs to this very address: unlike a
 * cookie it goes to no other port of this computer, and only where this window sends it.
 */
import { servePicturesAt } from '../lib/media-address.ts';
import { newNonce, type SessionKeys, sessionKeys } from './session-keys.ts';
import { answerOtherTabs, askOtherTabs } from './session-tabs.ts';

/** The page that lets a browser in writes it there, too (server/entry-page.ts). */
const storageName = 'broadsheet-session';

let keys: SessionKeys | undefined;
let opening: Promise<SessionKeys | undefined> | undefined;

/**
 * By the token of the address (`#token=…`), which is taken out of it at once; else what this tab kept, or another tab of this
 * browser has. undefined where there is none. Whoever asks again waits for the same answer.
 */
export function openSession(): Promise<SessionKeys | undefined> {
  opening ??= open();
  return opening;
}

/** undefined until it is open, and after its end. */
export const sessionNow = (): SessionKeys | undefined => keys;

async function open(): Promise<SessionKeys | undefined> {
  const secret = (await secretForToken()) ?? kept() ?? (await askOtherTabs());
  if (secret === undefined) return undefined;
  keep(secret);
  keys = await sessionKeys(secret);
  servePicturesAt(`/media/${keys.mediaKey}`);
  answerOtherTabs(() => keys?.secret);
  return keys;
}

async function secretForToken(): Promise<string | undefined> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const said: unknown = answer.ok ? await answer.json() : undefined;
    return typeof said === 'object' && said !== null && 'secret' in said ? String(said.secret) : undefined;
  } catch {
    return undefined; // the first call will say that there is no server
  }
}

/** The server does not know it any more. */
export function endSession(): void {
  keys = undefined;
  try {
    sessionStorage.removeItem(storageName);
  } catch {
    // nothing was kept
  }
}

export type ServerNow = 'ours' | 'has forgotten us' | 'silent';

const silenceMs = 3_000;

/**
 * Who answers at this address now. Asked after the server has been away: another program may have its port by then, and gets
 * to hear nothing but a question that only a server which knows this tab can answer.
 */
export async function askWhoIsThere({ id, proofOf }: SessionKeys): Promise<ServerNow> {
  const nonce = newNonce();
  try {
    const answer = await fetch(`/hello/${id}/${nonce}`, { cache: 'no-store', signal: AbortSignal.timeout(silenceMs) });
    if (answer.status === 404) return 'has forgotten us';
    const said: unknown = await answer.json();
    const proof = typeof said === 'object' && said !== null && 'proof' in said ? said.proof : undefined;
    return proof === (await proofOf(Number(location.port), nonce)) ? 'ours' : 'silent';
  } catch {
    return 'silent';
  }
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(storageName) ?? undefined;
  } catch {
    return undefined; // this browser keeps nothing: the session ends with the page
  }
}

function keep(secret: string): void {
  try {
    sessionStorage.setItem(storageName, secret);
  } catch {
    // as above
  }
}
