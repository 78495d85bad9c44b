/** A publisher of many feeds on many loopback hosts, as a process of its own: what it costs is not the reader's. Prints its port. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { seededRandom, zipfWords } from './seeded-random.ts';

const feeds = Number(process.argv[2] ?? 200);
const leastLatencyMs = 20;
const mostLatencyMs = 400;

interface Served {
  readonly body: Buffer;
  readonly etag: string;
  readonly latencyMs: number;
}

const seed = { random: seededRandom(feeds) };
const random = (): number => seed.random();
const word = zipfWords(random, 20_000);
const served = new Map<number, Served>();
let requests = 0;
let notModified = 0;

function sentences(words: number): string {
  return Array.from({ length: words }, word).join(' ');
}

/**
 * 20 to 120 KB, 30 to 60 articles; two thirds with whole texts, one third with summaries in plain text. The next version
 * has five new articles and leaves five out; the others stay as they were.
 */
function feedXml(feed: number, version: number): string {
  seed.random = seededRandom(feed);
  const articles = 30 + Math.floor(random() * 31);
  const bytes = 20_000 + random() * 100_000;
  const words = Math.max(10, Math.floor(bytes / articles / 6));
  const items = Array.from({ length: articles }, (_, n) => {
    const number = version * 5 + articles - n;
    seed.random = seededRandom(feed * 1_000 + number);
    const date = new Date(Date.UTC(2026, 10, 24) - (n - version * 5) * 3_600_000).toUTCString();
    const text = sentences(words);
    const body =
      feed % 3 === 0
        ? text
        : `&lt;p&gt;${text}&lt;/p&gt;&lt;p&gt;&lt;a href="https://example.org/${number}"&gt;more&lt;/a&gt;&lt;/p&gt;`;
    return `<item><title>${sentences(8)}</title><link>https://feed-${feed}.example/${number}</link><guid isPermaLink="false">feed-${feed}-${number}</guid><pubDate>${date}</pubDate><description>${body}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>https://feed-${feed}.example/</link><description>Made from a seed</description><language>en</language>${items.join('')}</channel></rss>`;
}

function make(feed: number, version: number): void {
  const body = gzipSync(feedXml(feed, version));
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  seed.random = seededRandom(-1 - feed);
  served.set(feed, { body, etag, latencyMs: leastLatencyMs + random() * (mostLatencyMs - leastLatencyMs) });
}

for (let feed = 0; feed < feeds; feed += 1) make(feed, 0);

const server = createServer((request, response) => {
  const path = request.url ?? '';
  if (path === '/half-changed') {
    for (let feed = 0; feed < feeds; feed += 2) make(feed, 1);
    response.end();
    return;
  }
  if (path === '/counts') {
    response.end(JSON.stringify({ requests, notModified }));
    requests = 0;
    notModified = 0;
    return;
  }
  const feed = served.get(Number(/\d+/.exec(path)?.[0]));
  requests += 1;
  if (feed === undefined) {
    response.writeHead(404).end();
    return;
  }
  setTimeout(() => {
    if (request.headers['if-none-match'] === feed.etag) {
      notModified += 1;
      response.writeHead(304, { etag: feed.etag }).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip', etag: feed.etag })
      .end(feed.body);
  }, feed.latencyMs);
});
server.listen(0, '0.0.0.0', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
