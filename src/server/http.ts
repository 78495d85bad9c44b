/** The browser window's server: bound to this machine, Host and Origin checked on every request, a session on every call. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transport } from '../contract/client.ts';
import { type Access, createAccess } from './access.ts';
import { answerEntry } from './entry-page.ts';
import type { EntryTokens } from './entry-tokens.ts';
import { streamEvents } from './event-stream.ts';
import { answerInTurns } from './media-in-turns.ts';
import { answerOpen } from './open-outside.ts';
import { isJson, readJson } from './read-body.ts';
import { answerCall, sendJson } from './rpc.ts';
import type { Sessions } from './sessions.ts';

export interface BrowserWindow {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface BrowserWindowOptions {
  readonly core: Transport;
  /** 0: any free port. */
  readonly port: number;
  readonly tokens: EntryTokens;
  readonly sessions: Sessions;
  /** Opens a link in the person's own browser, in the way of a test. */
  readonly openOutside?: (address: string) => void;
  /** Answers requests for the page, its files, pictures and sounds. */
  readonly page: (request: Request) => Promise<Response>;
}

// Nobody reads more of it before the token was looked at.
const mostTokenBytes = 1024;
const ownPart = /^\/media\/([\w-]{43})(\/(?:picture|sound))$/;
const proofQuestion = /^\/hello\/([\w-]{43})\/([\w-]{16,64})$/;

/** Rejects when the port is taken. */
export async function serveBrowserWindow(options: BrowserWindowOptions): Promise<BrowserWindow> {
  const access = createAccess(() => portOf(server));
  const server: Server = createServer((request, response) => {
    void answer({ ...options, access }, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    port: portOf(server),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

type Answering = BrowserWindowOptions & { readonly access: Access };

async function answer(parts: Answering, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { core, page, access, sessions } = parts;
  if (!access.isOurHost(request)) return refuse(response, 403);
  const url = URL.parse(request.url ?? '/', `http://${request.headers.host}`);
  if (url === null) return refuse(response, 400);
  // The one thing that comes from elsewhere, a file of this computer: its token is all that counts.
  if (url.pathname === '/enter' && request.method === 'POST') return answerEntry(parts, request, response);
  if (!access.isOurOrigin(request)) return refuse(response, 403);
  if (url.pathname === '/session' && request.method === 'POST') return signIn(parts, request, response);
  const question = proofQuestion.exec(url.pathname);
  if (question !== null) return prove(sessions, question, request, response);
  if (url.pathname === '/rpc' || url.pathname === '/events' || url.pathname === '/open') {
    if (!sessions.isKnown(request.headers['broadsheet-session'])) return refuse(response, 401);
    if (url.pathname === '/events') return streamEvents(core, response);
    if (request.method !== 'POST') return refuse(response, 405);
    if (!isJson(request)) return refuse(response, 415);
    return url.pathname === '/open'
      ? answerOpen(request, response, parts.openOutside)
      : answerCall(core, request, response);
  }
  const [, mediaKey, media] = ownPart.exec(url.pathname) ?? [];
  if (mediaKey !== undefined && media !== undefined) {
    // An image of the page can send no header: what lets it in stands in its address.
    if (!sessions.isMediaKey(mediaKey)) return refuse(response, 401);
    const stored = new URL(url);
    stored.pathname = media;
    const answering = page(asRequest(request, stored));
    // a sound is asked for by a press, one at a time, and an hour of it takes its time to come
    return sendPage(await (media === '/picture' ? answerInTurns(url, answering) : answering), response);
  }
  if (['/picture', '/sound'].includes(url.pathname)) return refuse(response, 401);
  return sendPage(await page(asRequest(request, url)), response);
}

/** What may still be on its way is not waited for, nor read. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'cache-control': 'no-store', connection: 'close' }).end();
}

/** For a token that was typed with its address; the tab keeps what it gets. */
async function signIn(
  { tokens, sessions }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isJson(request)) return refuse(response, 415);
  const body = await readJson(request, mostTokenBytes);
  const token =
    body.ok && typeof body.value === 'object' && body.value !== null && 'token' in body.value
      ? body.value.token
      : undefined;
  if (!tokens.redeem(token)) return refuse(response, 401);
  sendJson(response, 200, { secret: sessions.begin() });
}

function prove(
  sessions: Sessions,
  [, id = '', nonce = '']: RegExpExecArray,
  { socket }: IncomingMessage,
  response: ServerResponse,
): void {
  const proof = sessions.prove({ id, nonce, port: socket.localPort ?? 0 });
  if (proof === undefined) refuse(response, 404);
  else sendJson(response, 200, { proof });
}

function asRequest(request: IncomingMessage, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Request(url, { method: request.method ?? 'GET', headers });
}

async function sendPage(answered: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  if (answered.body === null) return void response.end();
  // What is not streamed from disk is in memory already: one write instead of a stream in two worlds.
  if (!answered.headers.has('accept-ranges')) return void response.end(new Uint8Array(await answered.arrayBuffer()));
  await pipeline(Readable.fromWeb(answered.body), response);
}
