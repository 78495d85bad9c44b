/** What a refresh cannot go below here: the same feeds only fetched, then only parsed and prepared, then only inserted. One thread, one after the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFeed } from '../../src/core/engine/fetching/prepare-feed.ts';
import { openLibrary } from '../../src/core/engine/library/open-library.ts';
import { fetchFeed } from '../../src/core/feeds/fetching/fetch-feed.ts';
import { createHttpClient } from '../../src/core/feeds/fetching/http-client.ts';
import { parseFeed } from '../../src/core/feeds/parsing/parse-feed.ts';
import { systemClock } from '../../src/core/lib/clock.ts';
import { ingest } from '../../src/core/store/articles/ingest.ts';
import type { StoredArticle } from '../../src/core/store/articles/stored-article.ts';
import { addFeeds } from '../../src/core/store/feeds/feeds.ts';

export interface Floors {
  readonly fetchS: number;
  readonly prepareS: number;
  readonly insertS: number;
}

const atOnce = 16;

export async function measureFloors(urls: readonly string[]): Promise<Floors> {
  const start = performance.now();
  const bodies = await fetchAll(urls);
  const fetched = performance.now();
  const prepared: StoredArticle[][] = [];
  for (const [at, bytes] of bodies.entries()) {
    const url = urls[at] ?? '';
    const parsed = await parseFeed(bytes, { url, now: Date.now() });
    if (parsed.ok)
      prepared.push(
        prepareFeed(parsed.value, { url, siteUrl: undefined, folder: null, section: null, language: undefined }),
      );
  }
  const parsedAt = performance.now();
  insertAll(urls, prepared);
  const inserted = performance.now();
  return {
    fetchS: (fetched - start) / 1000,
    prepareS: (parsedAt - fetched) / 1000,
    insertS: (inserted - parsedAt) / 1000,
  };
}

async function fetchAll(urls: readonly string[]): Promise<Buffer[]> {
  const client = createHttpClient({ version: 'bench', clock: systemClock });
  const bodies: Buffer[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next; at < urls.length; at = next) {
      next += 1;
      const url = new URL(urls[at] ?? '');
      const outcome = await fetchFeed(
        { url: url.href, allowPrivate: [{ host: url.hostname, port: Number(url.port) }] },
        { client, clock: systemClock },
      );
      bodies[at] = outcome.kind === 'fetched' ? outcome.bytes : Buffer.alloc(0);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await client.close();
  return bodies;
}

function insertAll(urls: readonly string[], prepared: readonly StoredArticle[][]): void {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-floor-'));
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const feeds = urls.map((url) => ({ url, folderId: null }));
  const { ids } = db.transaction(() => addFeeds(db, { feeds, now: Date.now(), label: 'Made' }));
  for (const [at, articles] of prepared.entries()) {
    const feedId = ids[at];
    if (feedId === undefined) continue;
    db.transaction(() => {
      const steps = ingest(
        db,
        { feedId, fetchId: null, fetchedAt: Date.now(), firstFetch: true, articles },
        { unreadDays: 30, unreadMinimum: 20, dailyCap: null },
      );
      while (steps.next().done !== true);
    });
  }
  db.close();
  rmSync(folder, { recursive: true, force: true });
}
