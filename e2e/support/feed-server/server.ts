/** Listens on every 127.x.y.z at one port (two with TLS), records each request and answers as it was told. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSecureContext, type SecureContext } from 'node:tls';
import { answerFor, forgetBodies, type RecordedRequest, type Served, wireAnswer } from './answer.ts';

export interface FeedServerOptions {
  /** How long an idle connection is kept; default 5 s, as Node's own servers. */
  readonly keepAliveMs?: number;
  /** Added to every answer, worked out per request: a bench's latency. */
  readonly latencyMs?: (request: RecordedRequest) => number;
  /** Also listen with TLS (HTTP/2 and 1.1). The certificate follows the name asked for: see certificates/README.md. */
  readonly secure?: boolean;
  /** Offer HTTP/1.1 only over TLS. */
  readonly withoutHttp2?: boolean;
}

export interface FeedServer {
  readonly port: number;
  /** 0 without `secure`. */
  readonly securePort: number;
  /** http address of a path; the host is any 127.x.y.z (default 127.0.0.1), or a name that the test maps here. */
  readonly url: (path: string, host?: string) => string;
  readonly secureUrl: (path: string, host?: string) => string;
  /** Serves a path on every host, or on one only (which then wins). Serving it again replaces it. */
  readonly serve: (path: string, served: Served, host?: string) => void;
  /** Every request, in the order received; emptied by `requests.length = 0`. */
  readonly requests: RecordedRequest[];
  /** Connections accepted since the start. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

const certificate = (name: string): string =>
  readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');

/** The PEM certificate a client must trust to accept good.example. */
export const testAuthority = (): string => certificate('authority');

export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const state: ServerState = {
    served: new Map(),
    requests: [],
    used: new WeakMap(),
    sockets: new Set(),
    accepted: 0,
    options,
  };
  const plain = createServer((request, response) => void answer(state, request, response));
  plain.keepAliveTimeout = options.keepAliveMs ?? 5000;
  const port = await listen(plain, state);
  const secure = options.secure === true ? createTlsServer(state) : undefined;
  const securePort = secure === undefined ? 0 : await listen(secure, state);
  return {
    port,
    securePort,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    secureUrl: (path, host = '127.0.0.1') => `https://${host}:${securePort}${path}`,
    serve: (path, served, host) => void state.served.set(host === undefined ? path : `${host}${path}`, served),
    requests: state.requests,
    connections: () => state.accepted,
    close: () => close([plain, ...(secure === undefined ? [] : [secure])], state),
  };
}

interface ServerState {
  readonly served: Map<string, Served>;
  readonly requests: RecordedRequest[];
  readonly used: WeakMap<object, number>;
  readonly sockets: Set<Socket>;
  accepted: number;
  readonly options: FeedServerOptions;
}

function createTlsServer(state: ServerState): Http2SecureServer | HttpsServer {
  const context = (name: string): SecureContext => {
    const pem = certificate(name);
    return createSecureContext({ key: pem, cert: pem });
  };
  const byName = new Map<string, SecureContext>(
    ['expired', 'wrong-host', 'self-signed'].map((name) => [`${name}.example`, context(name)]),
  );
  const good = context('good');
  const pem = certificate('good');
  const options = {
    key: pem,
    cert: pem,
    SNICallback: (name: string, done: (error: Error | null, context?: SecureContext) => void) =>
      done(null, byName.get(name) ?? good),
  };
  const handler = (request: AnyRequest, response: AnyResponse) => void answer(state, request, response);
  if (state.options.withoutHttp2 === true) return createHttpsServer(options, handler);
  return createSecureServer({ ...options, allowHTTP1: true }, handler);
}

async function listen(server: AnyServer, state: ServerState): Promise<number> {
  server.on('connection', (socket: Socket) => {
    // Bound to every address so that all of 127.0.0.0/8 answers; nobody outside this machine may.
    if (socket.localAddress?.includes('127.') !== true) return void socket.destroy();
    state.accepted++;
    state.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => state.sockets.delete(socket));
  });
  server.on('clientError', (_error: Error, socket: Socket) => socket.destroy());
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  return portOf(server.address());
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  return address.port;
}

async function close(servers: readonly AnyServer[], state: ServerState): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((done) => server.close(() => done())));
  for (const socket of state.sockets) socket.destroy();
  await Promise.all(closed);
  forgetBodies();
}

type AnyServer = Server | HttpsServer | Http2SecureServer;
type AnyRequest = IncomingMessage | Http2ServerRequest;
type AnyResponse = ServerResponse | Http2ServerResponse;

async function answer(state: ServerState, request: AnyRequest, response: AnyResponse): Promise<void> {
  const recorded = record(state, request);
  state.requests.push(recorded);
  response.on('error', () => undefined);
  const served = state.served.get(`${recorded.host}${recorded.path}`) ?? state.served.get(recorded.path);
  if (served === undefined) return void send(response, 404, { 'content-type': 'text/plain' }, Buffer.from('not found'));
  const found = await answerFor(served, recorded);
  const delayMs = (found.delayMs ?? 0) + (state.options.latencyMs?.(recorded) ?? 0);
  if (delayMs > 0) await sleep(delayMs, undefined, { ref: false });
  if (found.raw !== undefined && 'stream' in request) return void request.stream.session?.destroy();
  if (found.raw !== undefined) return void found.raw(request.socket, recorded);
  const wire = wireAnswer(found, recorded);
  if (wire.body === undefined || wire.body instanceof Uint8Array) {
    return void send(response, wire.status, wire.headers, wire.body);
  }
  await stream(response, wire.status, wire.headers, wire.body);
}

function record(state: ServerState, request: AnyRequest): RecordedRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const connection = 'stream' in request ? (request.stream.session ?? request.socket) : request.socket;
  const earlier = state.used.get(connection) ?? 0;
  state.used.set(connection, earlier + 1);
  const host = headers.host ?? headers[':authority'] ?? '';
  return {
    method: request.method ?? 'GET',
    host: host.replace(/:\d+$/, '').toLowerCase(),
    path: request.url ?? '/',
    headers,
    httpVersion: request.httpVersion,
    earlierOnConnection: earlier,
    localAddress: (request.socket.localAddress ?? '').replace('::ffff:', ''),
    at: Date.now(),
  };
}

function send(
  response: AnyResponse,
  status: number,
  headers: Record<string, string | string[]>,
  body: Uint8Array | undefined,
): void {
  writeHead(response, status, headers);
  response.end(body ?? '');
}

function writeHead(response: AnyResponse, status: number, headers: Record<string, string | string[]>): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Writes as the reader takes, and stops when it has gone. */
async function stream(
  response: AnyResponse,
  status: number,
  headers: Record<string, string | string[]>,
  body: AsyncIterable<Uint8Array>,
): Promise<void> {
  writeHead(response, status, headers);
  const gone = new Promise<void>((done) => response.once('close', () => done()));
  for await (const chunk of body) {
    if (response.destroyed) return;
    // One method with two lists of overloads: TypeScript calls it only when it knows which.
    const more = 'stream' in response ? response.write(chunk) : response.write(chunk);
    if (!more) await Promise.race([once(response, 'drain'), gone]);
  }
  response.end();
}
