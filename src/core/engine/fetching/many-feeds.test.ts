import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { type FeedServer, startFaultServer } from '../../../../e2e/support/feed-server.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { RefreshedOnce } from '../../../testing/refreshing-core.ts';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { rss } from '../../../testing/test-core.ts';

// A thousand take a minute and a half: BROADSHEET_LONG=1. A run of every day has 300.
const feeds = process.env.BROADSHEET_LONG === '1' ? 1_000 : 300;
const articlesEach = 20;
const mostMegabytes = 300;

const causes: readonly (readonly [path: string, code: ErrorCode])[] = [
  ['/401', 'needs_login'],
  ['/403', 'forbidden'],
  ['/challenge', 'challenged'],
  ['/404', 'feed_not_found'],
  ['/410', 'feed_gone'],
  ['/429', 'rate_limited'],
  ['/429-120', 'rate_limited'],
  ['/500', 'server_error'],
  ['/503', 'server_error'],
  ['/503-120', 'rate_limited'],
  ['/silentHeader', 'timeout'],
  ['/slowBody', 'timeout'],
  ['/reset', 'connection_reset'],
  ['/truncatedGzip', 'truncated'],
  ['/wrongLength', 'truncated'],
  ['/gzipBomb', 'too_large'],
  ['/endlessBody', 'too_large'],
  ['/tooLarge', 'too_large'],
  ['/redirectLoop', 'redirect_loop'],
  ['/redirectPrivate', 'private_address'],
  ['/notHttp', 'http_error'],
  ['/empty', 'empty_answer'],
  ['/webPage', 'web_page_not_feed'],
  ['/304', 'http_error'],
];

/** One in five is sick, each at a host of its own; the others share hosts as feeds do. What is expected, by address. */
function expected(server: FeedServer): Map<string, string> {
  const isSick = (n: number): boolean => n % 5 === 0;
  return new Map(
    Array.from({ length: feeds }, (_, n): [string, string] => {
      if (!isSick(n)) {
        const host = n % Math.ceil(feeds * 0.5);
        server.serve(`/feed${n}`, { body: healthyFeed(n), encoding: 'gzip' });
        return [server.url(`/feed${n}`, `127.0.${1 + Math.floor(host / 250)}.${1 + (host % 250)}`), 'new'];
      }
      const [path, code] = causes[(n / 5) % causes.length] ?? ['/404', 'feed_not_found'];
      return [server.url(path, `127.1.${1 + Math.floor(n / 250)}.${1 + (n % 250)}`), code];
    }),
  );
}

function healthyFeed(n: number): string {
  const text = `The quay was quiet on day ${n}. `.repeat(40);
  const items = Array.from({ length: articlesEach }, (_, at) => ({ guid: `${n}-${at}`, title: `Report ${at}`, text }));
  return rss({ title: `Paper ${n}`, items });
}

async function refreshedInAProcess(urls: Iterable<string>): Promise<RefreshedOnce> {
  const list = join(temporaryFolder(), 'feeds.opml');
  const outlines = [...urls].map((url) => `<outline text="A paper" xmlUrl="${url}"/>`).join('');
  writeFileSync(list, `<opml version="2.0"><body>${outlines}</body></opml>`);
  const script = fileURLToPath(new URL('../../../testing/refreshing-core.ts', import.meta.url));
  // as the commands of the project start a core
  const child = spawn(process.execPath, ['--max-semi-space-size=4', script, temporaryFolder(), list], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  onTestFinished(() => void child.kill());
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text) as RefreshedOnce;
}

it(`of ${feeds} feeds with one in five sick at once every healthy one is stored, every sick one has its cause, and memory stays small`, async () => {
  const server = await startFaultServer(healthyFeed(-1));
  onTestFinished(() => server.close());
  const wanted = expected(server);
  const { results, articles, peakMb } = await refreshedInAProcess(wanted.keys());
  expect(Object.fromEntries(results.map(({ url, outcome, code }) => [url, code ?? outcome]))).toEqual(
    Object.fromEntries(wanted),
  );
  expect(articles).toBe([...wanted.values()].filter((code) => code === 'new').length * articlesEach);
  expect(peakMb).toBeLessThan(mostMegabytes);
  expect(peakMb).toBeGreaterThan(0);
}, 600_000);
