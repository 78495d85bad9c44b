/** The browser window's server: bound to this machine, one token a start, Host and Origin checked on every request. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transport } from '../contract/client.ts';
import { type Access, createAccess } from './access.ts';
import { streamEvents } from './event-stream.ts';
import { answerCall, readJson, sendJson } from './rpc.ts';

export interface BrowserWindow {
  /** Address with the token after the #. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface BrowserWindowOptions {
  readonly core: Transport;
  readonly port: number;
  /** Answers requests for the page, its files, pictures and sounds. */
  readonly page: (request: Request) => Promise<Response>;
}

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
    url: `http://127.0.0.1:${portOf(server)}/#token=${access.token}`,
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

async function answer(
  { core, page, access }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!access.isOurHost(request) || !access.isOurOrigin(request)) return void response.writeHead(403).end();
  const url = URL.parse(request.url ?? '/', `http://${request.headers.host}`);
  if (url === null) return void response.writeHead(400).end();
  if (url.pathname === '/session' && request.method === 'POST') return signIn(access, request, response);
  const needsSession = ['/rpc', '/events', '/picture', '/sound'].includes(url.pathname);
  if (needsSession && !access.isSignedIn(request)) return void response.writeHead(401).end();
  if (url.pathname === '/rpc' && request.method === 'POST') return answerCall(core, request, response);
  if (url.pathname === '/events') return streamEvents(core, response);
  return sendPage(await page(asRequest(request, url)), response);
}

async function signIn(access: Access, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readJson(request);
  const token =
    body.ok && typeof body.value === 'object' && body.value !== null && 'token' in body.value
      ? body.value.token
      : undefined;
  const cookie = access.signIn(token);
  if (cookie === undefined) return void response.writeHead(401).end();
  sendJson(response, 200, { ok: true }, { 'set-cookie': cookie });
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
