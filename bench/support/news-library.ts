/** The seeded library with three days of news on top: its own articles share no event, so that they make no stories and no full page. */
import { constants, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary } from '../../src/core/engine/library/open-library.ts';
import { ingest } from '../../src/core/store/articles/ingest.ts';
import type { StoredArticle } from '../../src/core/store/articles/stored-article.ts';
import { madeUpStream } from '../curation/made-up-news.ts';
import { libraryNow } from './seeded-library.ts';

const spanMs = 72 * 3_600_000;
const batchSize = 1_000;

/** The folder of a copy, made once and kept: the library itself stays as other benches know it. Needs its room on the disk again. */
export function newsLibrary(
  seeded: string,
  { articles, feeds }: { readonly articles: number; readonly feeds: number },
) {
  const folder = `${seeded}-news-${articles}`;
  if (existsSync(join(folder, 'made-news'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  cpSync(seeded, folder, { recursive: true, dereference: true, mode: constants.COPYFILE_FICLONE });
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const news = [...madeUpStream(articles, 7)].map((article, n) => stored(article, { n, articles, feeds }));
  for (let from = 0; from < news.length; from += batchSize) {
    const byFeed = Map.groupBy(
      news.slice(from, from + batchSize).map((article, n) => ({ article, feedId: ((from + n) % feeds) + 1 })),
      ({ feedId }) => feedId,
    );
    db.transaction(() => {
      for (const [feedId, own] of byFeed) {
        const newestFirst = own.map(({ article }) => article).toReversed();
        const steps = ingest(
          db,
          { feedId, fetchId: null, fetchedAt: libraryNow, firstFetch: false, articles: newestFirst },
          { unreadDays: 7, unreadMinimum: 0, dailyCap: null },
        );
        while (steps.next().done !== true);
      }
    });
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  rmSync(join(folder, 'library.open'), { force: true });
  mkdirSync(join(folder, 'made-news'));
  return folder;
}

function stored(
  { title, lead }: { readonly title: string; readonly lead: string },
  { n, articles, feeds }: { readonly n: number; readonly articles: number; readonly feeds: number },
): StoredArticle {
  const publisher = `publisher${n % feeds}.example`;
  const url = `https://${publisher}/news/${n}`;
  return {
    identity: `g:${url}`,
    identityRule: 'guid',
    alternates: [],
    position: n % 40,
    rawGuid: url,
    rawLink: url,
    url,
    title,
    author: null,
    publisher,
    section: n % 2 === 0 ? 'World' : 'Business',
    language: 'en',
    publishedAt: Math.floor(libraryNow - spanMs + ((n + 1) / articles) * (spanMs - 60_000)),
    updatedAt: null,
    html: `<p>${lead}</p>`,
    deck: null,
    lead,
    wordCount: 400,
    pictureUrl: n % 3 === 0 ? `${url}.jpg` : null,
    hasAudio: false,
    contentHash: `news-${n}`,
    extras: { categories: [], enclosures: [] },
    index: { title, author: '', body: lead },
  };
}
