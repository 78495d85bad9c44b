/** Every way a publisher can go wrong, each a value for `serve`. Bodies are made as they are sent: none is held whole. */
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { FeedAnswer, Handler, Served } from './answer.ts';
import { type FeedServer, type FeedServerOptions, startFeedServer } from './server.ts';

const mebibyte = 1024 * 1024;

export const faults = {
  status: (status: number, headers: Record<string, string> = {}): FeedAnswer => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html><title>${status}</title><p>No feed here.`,
  }),
  login: (): FeedAnswer => faults.status(401, { 'www-authenticate': 'Basic realm="Subscribers"' }),
  cloudflareChallenge: (): FeedAnswer => ({
    status: 403,
    headers: { 'cf-mitigated': 'challenge', server: 'cloudflare', 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Just a moment...</title><script>challenge()</script>',
  }),
  askToWait: (status: 429 | 503, retryAfter?: string): FeedAnswer =>
    faults.status(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  redirect: (location: string, status = 302): FeedAnswer => ({ status, headers: { location } }),
  silentHeader: (): FeedAnswer => ({ raw: () => undefined }),
  slowBody: (chunkMs = 50): FeedAnswer => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: () => drip(chunkMs),
  }),
  /** Cuts the connection instead of answering. */
  reset: (): FeedAnswer => ({ raw: (socket) => socket.resetAndDestroy() }),
  /** Answers well on a new connection and resets one that has been used before: what a closing server looks like. */
  resetWhenReused:
    (body: string): Handler =>
    (request) =>
      request.earlierOnConnection > 0 ? faults.reset() : { body },
  truncatedGzip: (body: string): FeedAnswer => {
    const whole = gzipSync(body);
    return {
      headers: { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' },
      body: whole.subarray(0, Math.floor(whole.length / 2)),
    };
  },
  /** Gzip members of zeros, one after another: about a thousandth of `sizeBytes` is sent. */
  gzipBomb: (sizeBytes: number): FeedAnswer => ({
    headers: { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' },
    body: () => repeat(packedZeros(), Math.ceil(sizeBytes / (10 * mebibyte))),
  }),
  endlessBody: (): FeedAnswer => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: () => repeat(Buffer.alloc(64 * 1024, ' '), Number.POSITIVE_INFINITY),
  }),
  /** A body of exactly this size, without a Content-Length. */
  bodyOf: (sizeBytes: number): FeedAnswer => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: () => sized(sizeBytes),
  }),
  /** Says more than it sends and closes (cut off), or says less than it sends. */
  wrongLength: (body: string, declared: number): FeedAnswer => ({
    raw: (socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: ${declared}\r\n\r\n${body}`);
    },
  }),
  notHttp: (): FeedAnswer => ({ raw: (socket) => void socket.end('SSH-2.0-Server_1.0\r\n\r\n') }),
  empty: (): FeedAnswer => ({ body: '', headers: { 'content-type': 'application/rss+xml' }, validators: 'none' }),
  webPage: (): FeedAnswer => ({
    body: '<!doctype html><html><head><title>A site</title></head><body><p>Welcome.</body></html>',
  }),
  wrongType: (body: string): FeedAnswer => ({ body, headers: { 'content-type': 'image/png' } }),
  notModifiedAlways: (): FeedAnswer => ({ status: 304 }),
  /** The same ETag for ever, whatever the body. */
  frozenEtag: (body: () => string): Handler => {
    return () => ({ body: body(), headers: { etag: '"always"' } });
  },
  /** Dates its answer ten years away. */
  clockOff: (body: string, years: number): Handler => {
    return () => {
      const date = new Date(Date.now() + years * 365.25 * 86_400_000);
      const expires = new Date(date.getTime() + 1_800_000);
      return {
        body,
        headers: { date: date.toUTCString(), expires: expires.toUTCString(), 'last-modified': date.toUTCString() },
      };
    };
  },
} as const;

/** A server whose path for each fault bears its name: /reset, /gzipBomb, … and /healthy. For runs that want all at once. */
export async function startFaultServer(healthy: string, options: FeedServerOptions = {}): Promise<FeedServer> {
  const server = await startFeedServer(options);
  for (const [path, served] of Object.entries(allFaults(healthy))) server.serve(path, served);
  return server;
}

function allFaults(healthy: string): Record<string, Served> {
  return {
    '/healthy': healthy,
    '/401': faults.login(),
    '/403': faults.status(403),
    '/challenge': faults.cloudflareChallenge(),
    '/404': faults.status(404),
    '/410': faults.status(410),
    '/429': faults.askToWait(429),
    '/429-120': faults.askToWait(429, '120'),
    '/500': faults.status(500),
    '/503': faults.status(503),
    '/503-120': faults.askToWait(503, '120'),
    '/silentHeader': faults.silentHeader(),
    '/slowBody': faults.slowBody(),
    '/reset': faults.reset(),
    '/truncatedGzip': faults.truncatedGzip(healthy),
    '/gzipBomb': faults.gzipBomb(10_000 * mebibyte),
    '/endlessBody': faults.endlessBody(),
    '/tooLarge': faults.bodyOf(15 * mebibyte + 1),
    '/redirectLoop': faults.redirect('/redirectLoop'),
    '/redirectPrivate': faults.redirect('http://10.0.0.1/feed.xml'),
    '/wrongLength': faults.wrongLength(healthy, healthy.length + 1000),
    '/notHttp': faults.notHttp(),
    '/empty': faults.empty(),
    '/webPage': faults.webPage(),
    '/wrongType': faults.wrongType(healthy),
    '/304': faults.notModifiedAlways(),
  };
}

let zeros: Uint8Array | undefined;

/** Ten megabytes of nothing in ten kilobytes, packed once. */
function packedZeros(): Uint8Array {
  zeros ??= gzipSync(Buffer.alloc(10 * mebibyte));
  return zeros;
}

async function* drip(chunkMs: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('<?xml version="1.0"?><rss version="2.0"><channel>');
  for (;;) {
    await sleep(chunkMs, undefined, { ref: false });
    yield Buffer.from(' ');
  }
}

async function* repeat(chunk: Uint8Array, times: number): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < times; sent++) yield chunk;
}

async function* sized(sizeBytes: number): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  for (let left = sizeBytes; left > 0; left -= chunk.length)
    yield left >= chunk.length ? chunk : chunk.subarray(0, left);
}
