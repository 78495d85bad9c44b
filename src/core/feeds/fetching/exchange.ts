/** One request and its answer over one connection, with its limits, straight from undici's dispatcher: no stream in between. */
import type { Dispatcher } from 'undici';
import type { Clock, EpochMs } from '../../lib/clock.ts';
import { GatheredBytes } from './gathered-bytes.ts';
import { type LargeBody, largeBytes, leaveLarge, mayGoOn } from './large-bodies.ts';

export type Headers = Readonly<Record<string, string>>;

export type Phase = 'connect' | 'header' | 'body';

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  /** As sent, still packed; of an answer that is not a success only the beginning. */
  readonly body: Buffer;
  readonly timing: Timing;
}

export interface Timing {
  /** Until a connection was there and the request was sent, ms. */
  readonly connectMs: number;
  /** Until the header had come, ms from the start. */
  readonly headerMs: number;
  /** Until the last byte, ms from the start. */
  readonly totalMs: number;
}

export interface Broken {
  readonly kind: 'broken';
  readonly phase: Phase;
  readonly cause: 'error' | 'timeout' | 'cancelled' | 'too_large';
  readonly error?: Error;
  /** The other side closed the connection. */
  readonly wasReset: boolean;
  readonly status?: number;
  readonly headers?: Headers;
}

export type Exchange = Answer | Broken;

export interface ExchangeRequest {
  readonly url: URL;
  readonly headers: Headers;
  readonly maxBytes: number;
  /** What may come instead, by the answer's header; never more than `maxBytes`. */
  readonly maxBytesOf?: (headers: Headers) => number;
  readonly deadline: EpochMs;
  readonly signal?: AbortSignal;
}

/** Of an answer that is not the thing asked for only this much is read, to find the cause in it. */
const errorBodyBytes = 64 * 1024;

/** Sends a GET and gathers the answer. Never rejects; ends at the deadline at the latest. */
export function exchange(dispatcher: Dispatcher, request: ExchangeRequest, clock: Clock): Promise<Exchange> {
  return new Promise((resolve) => {
    const gathering = new Gathering(request, clock, resolve);
    if (gathering.isOver) return;
    try {
      dispatcher.dispatch(
        {
          origin: request.url.origin,
          path: `${request.url.pathname}${request.url.search}`,
          method: 'GET',
          headers: request.headers,
        },
        gathering,
      );
    } catch (error) {
      gathering.onResponseError(undefined, error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** undici's handler: gathers chunks, and ends the exchange exactly once. */
class Gathering implements Dispatcher.DispatchHandler {
  readonly #request: ExchangeRequest;
  readonly #clock: Clock;
  readonly #resolve: (exchange: Exchange) => void;
  readonly #startedAt: EpochMs;
  #timer: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #phase: Phase = 'connect';
  #status = 0;
  #headers: Headers = {};
  #body = new GatheredBytes();
  #size = 0;
  #limit = 0;
  #connectMs = 0;
  #headerMs = 0;
  #endsAt: EpochMs;
  /** What is left of the time, ms, while it waits for room. */
  #leftMs: number | undefined;
  #isOver = false;

  constructor(request: ExchangeRequest, clock: Clock, resolve: (exchange: Exchange) => void) {
    this.#request = request;
    this.#clock = clock;
    this.#resolve = resolve;
    this.#startedAt = clock.now();
    this.#endsAt = request.deadline;
    this.#timer = setTimeout(() => this.#break('timeout'), Math.max(0, request.deadline - this.#startedAt));
    if (request.signal?.aborted === true) this.#break('cancelled');
    else request.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  readonly #onAbort = (): void => this.#break('cancelled');
  readonly #large: LargeBody = { bytes: 0, goOn: () => this.#goOn() };

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#isOver) {
      controller.abort(new Error('Nobody waits for this any more.'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'header';
    this.#connectMs = this.#elapsed();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: RawHeaders): void {
    if (status < 200) return; // 103 Early Hints and the like: the answer itself follows
    this.#phase = 'body';
    this.#status = status;
    this.#headers = flatHeaders(headers);
    this.#headerMs = this.#elapsed();
    const isWanted = status < 300;
    this.#limit = isWanted ? mostBytesOf(this.#request, this.#headers) : errorBodyBytes;
    const declared = Number(this.#headers['content-length']);
    if (isWanted && declared > this.#limit) this.#break('too_large');
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return;
    this.#body.add(chunk);
    this.#size += chunk.length;
    if (this.#size > largeBytes && !mayGoOn(this.#large, this.#large.bytes === 0 ? this.#size : chunk.length))
      this.#wait();
    if (this.#size <= this.#limit) return;
    if (this.#status < 300) this.#break('too_large');
    else {
      this.#finish();
      this.#controller?.abort(new Error('The beginning is enough.'));
    }
  }

  onResponseEnd(): void {
    if (!this.#isOver) this.#finish();
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (!this.#isOver) this.#break('error', error);
  }

  /** The time that it waits for others is not its own. */
  #wait(): void {
    if (this.#leftMs !== undefined || this.#size > this.#limit) return;
    this.#leftMs = Math.max(0, this.#endsAt - this.#clock.now());
    clearTimeout(this.#timer);
    this.#controller?.pause();
  }

  #goOn(): void {
    if (this.#leftMs === undefined || this.#isOver) return;
    this.#endsAt = this.#clock.now() + this.#leftMs;
    this.#timer = setTimeout(() => this.#break('timeout'), this.#leftMs);
    this.#leftMs = undefined;
    // One turn later: undici reads one connection at a time, and this is called while it reads another.
    setImmediate(() => {
      if (!this.#isOver) this.#controller?.resume();
    });
  }

  #finish(): void {
    this.#end({
      kind: 'answer',
      status: this.#status,
      headers: this.#headers,
      body: this.#body.whole(),
      timing: { connectMs: this.#connectMs, headerMs: this.#headerMs, totalMs: this.#elapsed() },
    });
  }

  #break(cause: Broken['cause'], error?: Error): void {
    if (this.#isOver) return;
    this.#end({
      kind: 'broken',
      phase: this.#phase,
      cause,
      wasReset: error !== undefined && isReset(error),
      ...(error === undefined ? {} : { error }),
      ...(this.#status === 0 ? {} : { status: this.#status, headers: this.#headers }),
    });
    if (cause !== 'error') this.#controller?.abort(new Error(cause));
  }

  #end(exchange: Exchange): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    this.#body = new GatheredBytes();
    leaveLarge(this.#large);
    // undici frees the connection one turn later: a redirect that asks the same host before that would open a second one.
    setImmediate(() => setImmediate(() => this.#resolve(exchange)));
  }

  #elapsed(): number {
    return this.#clock.now() - this.#startedAt;
  }
}

export function mostBytesOf(
  { maxBytes, maxBytesOf }: Pick<ExchangeRequest, 'maxBytes' | 'maxBytesOf'>,
  headers: Headers,
): number {
  return Math.min(maxBytes, maxBytesOf?.(headers) ?? maxBytes);
}

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Lower-case names, values of repeated headers joined. Cookies are left out: they are nobody's business later on. */
function flatHeaders(raw: RawHeaders): Headers {
  const flat: Record<string, string> = {};
  for (const name of Object.keys(raw)) {
    const value = raw[name];
    if (value === undefined || name === 'set-cookie') continue;
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

const resetCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  // the same over HTTP/2: a stream, a session or a GOAWAY
  'UND_ERR_INFO',
  'ERR_HTTP2_STREAM_ERROR',
  'ERR_HTTP2_SESSION_ERROR',
  'ERR_HTTP2_GOAWAY_SESSION',
  'ERR_HTTP2_STREAM_CANCEL',
]);

function isReset(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && resetCodes.has(error.code);
}
