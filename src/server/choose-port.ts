/** One port for each library, so that a tab that was left open finds its server again where it was. */
import { randomBytes } from 'node:crypto';
import { type BrowserWindow, type BrowserWindowOptions, serveBrowserWindow } from './http.ts';
import { createSessions, idOf, isProof } from './sessions.ts';
import { readWindowNote, type WindowNote, writeWindowNote } from './window-note.ts';

export interface Placed {
  readonly window: BrowserWindow;
  /** The port that it had before, where another program has that now. */
  readonly lostPort: number | undefined;
}

type Parts = Omit<BrowserWindowOptions, 'port' | 'sessions'>;

/** `port` undefined: the one it had last time, else any. Rejects when one that was named is taken. */
export async function serveInItsPlace(libraryFolder: string, port: number | undefined, parts: Parts): Promise<Placed> {
  const before = readWindowNote(libraryFolder);
  if (port !== undefined && port !== before?.port) return { window: await serveAt(port, []), lostPort: undefined };
  if (before === undefined) return { window: await serveAt(0, []), lostPort: undefined };
  try {
    return { window: await serveAt(before.port, before.sessions), lostPort: undefined };
  } catch (error) {
    if (port !== undefined || !isTaken(error)) throw error;
  }
  // Another start on the same library, which is to keep its place and its tabs.
  if (await isSibling(before)) return { window: await serveAt(0, [], () => {}), lostPort: undefined };
  // Whoever sits there now may have read what tabs keep for that address: none of it counts any more.
  return { window: await serveAt(0, []), lostPort: before.port };

  async function serveAt(
    wanted: number,
    kept: WindowNote['sessions'],
    keep = (note: WindowNote): void => writeWindowNote(libraryFolder, note),
  ): Promise<BrowserWindow> {
    let window: BrowserWindow | undefined;
    const sessions = createSessions({
      kept,
      keep: (all) => window !== undefined && keep({ port: window.port, sessions: all }),
    });
    window = await serveBrowserWindow({ ...parts, port: wanted, sessions });
    keep({ port: window.port, sessions: kept });
    return window;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

const siblingMs = 1_000;
const siblingBytes = 1_000;

/** Only a server of this library can prove that it knows one of the sessions in its note. */
async function isSibling({ port, sessions: [first] }: WindowNote): Promise<boolean> {
  if (first === undefined) return false;
  const nonce = randomBytes(16).toString('base64url');
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/hello/${idOf(first)}/${nonce}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(siblingMs),
    });
    if (Number(answer.headers.get('content-length') ?? 0) > siblingBytes) return false;
    const said: unknown = await answer.json();
    const proof = typeof said === 'object' && said !== null && 'proof' in said ? said.proof : undefined;
    return typeof proof === 'string' && isProof({ hash: first.hash, nonce, port, proof });
  } catch {
    return false; // no server, or none of ours
  }
}
