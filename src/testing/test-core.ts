/** A whole core on a temporary library, with real worker threads, and a publisher of its own to fetch from. */
import { onTestFinished } from 'vitest';
import { type FeedServer, startFeedServer } from '../../e2e/support/feed-server.ts';
import { type Client, createClient } from '../contract/client.ts';
import type { Result } from '../contract/errors.ts';
import type { CoreEvent } from '../contract/events.ts';
import type { Core } from '../core/engine/core-options.ts';
import { type CoreOptions, createCore, nodeWorkers } from '../core/index.ts';
import { temporaryFolder } from './temporary-library.ts';

export interface TestCore extends Client {
  readonly core: Core;
  readonly folder: string;
  readonly events: CoreEvent[];
}

export async function testCore(options: Partial<CoreOptions> = {}): Promise<TestCore> {
  const folder = options.libraryFolder ?? temporaryFolder();
  const core = mustBeOk(
    await createCore({
      libraryFolder: folder,
      workers: nodeWorkers,
      taskWorkers: 1,
      fetchLimits: { totalMs: 2_000, connectMs: 1_000 },
      ...options,
    }),
  );
  onTestFinished(() => core.close());
  const events: CoreEvent[] = [];
  core.on((event) => events.push(event));
  return { core, folder, events, ...createClient(core) };
}

export async function testServer(options: Parameters<typeof startFeedServer>[0] = {}): Promise<FeedServer> {
  const server = await startFeedServer(options);
  onTestFinished(() => server.close());
  return server;
}

export function mustBeOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function errorOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

export interface FeedText {
  readonly title?: string;
  readonly items: readonly {
    readonly guid: string;
    readonly title: string;
    readonly text?: string;
    readonly date?: string;
  }[];
}

/** RSS 2.0, as a publisher would write it. */
export function rss({ title = 'Test Courier', items }: FeedText): string {
  const parts = items.map(
    (item) => `<item><title>${item.title}</title><guid isPermaLink="false">${item.guid}</guid>
<link>https://courier.example/${item.guid}</link><description>${item.text ?? `All about ${item.title}.`}</description>
<pubDate>${item.date ?? new Date(Date.now() - 3_600_000).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://courier.example/</link>${parts.join('\n')}</channel></rss>`;
}
