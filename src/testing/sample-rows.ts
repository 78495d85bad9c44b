/** Articles and feeds for tests of the store, each with what the test is about and plain values for the rest. */

import type { FeedId } from '../contract/ids.ts';
import { type Ingested, type IngestRules, ingest } from '../core/store/articles/ingest.ts';
import type { IngestBatch, StoredArticle } from '../core/store/articles/stored-article.ts';
import { addFeeds } from '../core/store/feeds/feeds.ts';
import type { WritableDb } from '../core/store/handles.ts';

/** 24 November 2026, 09:00 UTC. */
export const testNow = Date.UTC(2026, 10, 24, 9);

export const everythingUnread: IngestRules = { unreadDays: 36_500, unreadMinimum: 0, dailyCap: null };

export function storedArticle(about: Partial<StoredArticle> & { readonly identity: string }): StoredArticle {
  const title = about.title ?? `About ${about.identity}`;
  const html = about.html ?? `<p>What happened with ${about.identity}.</p>`;
  const text = html.replace(/<[^<>]+>/g, ' ').trim();
  return {
    identityRule: 'guid',
    alternates: [],
    position: 0,
    rawGuid: about.identity,
    rawLink: null,
    url: `https://example.org/${about.identity}`,
    author: null,
    publisher: 'example.org',
    section: null,
    language: 'en',
    publishedAt: testNow - 3_600_000,
    updatedAt: null,
    deck: null,
    lead: text.slice(0, 400),
    wordCount: text.split(/\s+/).length,
    pictureUrl: null,
    hasAudio: false,
    contentHash: `${title}\n${html}`,
    extras: { categories: [], enclosures: [] },
    index: { title, author: about.author ?? '', body: text },
    ...about,
    title,
    html,
  };
}

export function addTestFeed(
  db: WritableDb,
  url: string,
  about: { readonly folderId?: number; readonly title?: string } = {},
): FeedId {
  const { ids } = addFeeds(db, {
    feeds: [{ url, folderId: about.folderId ?? null, feedTitle: about.title ?? url }],
    now: testNow,
    label: 'Subscribed',
  });
  const [id] = ids;
  if (id === undefined) throw new Error(`${url} is subscribed to already`);
  return id;
}

export function ingestAll(
  db: WritableDb,
  batch: Partial<IngestBatch> & Pick<IngestBatch, 'feedId' | 'articles'>,
  rules = everythingUnread,
): Ingested {
  return finish(ingest(db, { fetchId: null, fetchedAt: testNow, firstFetch: false, ...batch }, rules));
}

/** Runs all steps of a command at once. */
export function finish<Value>(steps: Generator<undefined, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
