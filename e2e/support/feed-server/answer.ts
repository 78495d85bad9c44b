/** What the test server can be told to answer, and how an answer becomes headers and bytes. */
import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

export interface RecordedRequest {
  readonly method: string;
  /** The Host header's name without its port, lower case. */
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly httpVersion: string;
  /** How many requests this connection had carried before this one. */
  readonly earlierOnConnection: number;
  /** The loopback address that was connected to. */
  readonly localAddress: string;
  readonly at: number;
}

export interface FeedAnswer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** A function is called for each request: what it yields is sent as fast as it is taken. */
  readonly body?: string | Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Compresses the body (once; kept) and names it in Content-Encoding. */
  readonly encoding?: 'gzip' | 'br' | 'zstd' | 'deflate';
  /** Default 'etag' for a 200 with a whole body: an ETag made from it, answered with 304 when it is sent back. */
  readonly validators?: 'etag' | 'last-modified' | 'none';
  readonly delayMs?: number;
  /** Takes over the connection: nothing else is sent. Over HTTP/2 the whole connection is cut instead. */
  readonly raw?: (socket: Socket, request: RecordedRequest) => void;
}

export type Handler = (request: RecordedRequest) => FeedAnswer | Promise<FeedAnswer>;

/** A body, an answer, or a function that makes one for each request. */
export type Served = string | Uint8Array | FeedAnswer | Handler;

export function answerFor(served: Served, request: RecordedRequest): FeedAnswer | Promise<FeedAnswer> {
  if (typeof served === 'function') return served(request);
  if (typeof served === 'string' || served instanceof Uint8Array) return { body: served };
  return served;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array> | undefined;
}

/** The date every generated Last-Modified has: the server remembers no change. */
const lastModified = 'Sun, 01 Nov 2026 08:00:00 GMT';

/** Turns an answer into what is written, with validators, compression and length worked out. */
export function wireAnswer(answer: FeedAnswer, request: RecordedRequest): WireAnswer {
  const status = answer.status ?? 200;
  const headers = plainHeaders(answer.headers);
  if (answer.body === undefined) return { status, headers, body: undefined };
  if (typeof answer.body === 'function') return { status, headers, body: answer.body() };
  const whole = wholeBody(answer.body, answer.encoding);
  headers['content-type'] ??=
    typeof answer.body === 'string' ? guessType(answer.body) : 'application/rss+xml; charset=utf-8';
  if (answer.encoding !== undefined) headers['content-encoding'] ??= answer.encoding;
  if (status === 200) addValidators(headers, answer.validators ?? 'etag', whole.etag);
  if (isUnchanged(headers, request)) return { status: 304, headers: validatorsOnly(headers), body: undefined };
  headers['content-length'] ??= String(whole.bytes.length);
  return { status, headers, body: whole.bytes };
}

function plainHeaders(headers: FeedAnswer['headers']): Record<string, string | string[]> {
  const plain: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    plain[name.toLowerCase()] = typeof value === 'string' ? value : [...value];
  }
  return plain;
}

interface WholeBody {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

// A bench serves the same thousand bodies again and again: compress and hash each once.
const wholeBodies = new Map<string | Uint8Array, Map<string, WholeBody>>();

function wholeBody(body: string | Uint8Array, encoding: FeedAnswer['encoding']): WholeBody {
  const byEncoding = wholeBodies.get(body) ?? new Map<string, WholeBody>();
  wholeBodies.set(body, byEncoding);
  const known = byEncoding.get(encoding ?? 'identity');
  if (known !== undefined) return known;
  const plain = typeof body === 'string' ? Buffer.from(body) : body;
  const made = {
    bytes: compressed(plain, encoding),
    etag: `"${createHash('sha1').update(plain).digest('base64url')}"`,
  };
  byEncoding.set(encoding ?? 'identity', made);
  return made;
}

/** Forgets the kept bodies, so that a long run of many servers does not grow. */
export function forgetBodies(): void {
  wholeBodies.clear();
}

function compressed(plain: Uint8Array, encoding: FeedAnswer['encoding']): Uint8Array {
  if (encoding === 'gzip') return gzipSync(plain);
  if (encoding === 'deflate') return deflateSync(plain);
  if (encoding === 'zstd') return zstdCompressSync(plain);
  if (encoding === 'br') return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return plain;
}

function guessType(body: string): string {
  const start = body.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('{')) return 'application/feed+json; charset=utf-8';
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'text/html; charset=utf-8';
  return start.startsWith('<') ? 'application/rss+xml; charset=utf-8' : 'text/plain; charset=utf-8';
}

function addValidators(
  headers: Record<string, string | string[]>,
  kind: 'etag' | 'last-modified' | 'none',
  etag: string,
): void {
  if (kind === 'etag') headers.etag ??= etag;
  if (kind === 'last-modified') headers['last-modified'] ??= lastModified;
}

function isUnchanged(headers: Record<string, string | string[]>, request: RecordedRequest): boolean {
  const asked = request.headers['if-none-match'];
  if (asked !== undefined) return asked === headers.etag;
  const since = request.headers['if-modified-since'];
  return since !== undefined && since === headers['last-modified'];
}

function validatorsOnly(headers: Record<string, string | string[]>): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const name of ['etag', 'last-modified', 'cache-control', 'expires', 'date']) {
    const value = headers[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
