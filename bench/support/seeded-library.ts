/** A library of any size from a seed: words by Zipf's law, feeds loud and quiet, five in a hundred articles unread. Kept for the next run. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../src/core/engine/library/open-library.ts';
import { mergeIndex } from '../../src/core/store/archive/compact.ts';
import { ingest } from '../../src/core/store/articles/ingest.ts';
import type { StoredArticle } from '../../src/core/store/articles/stored-article.ts';
import { addFeeds } from '../../src/core/store/feeds/feeds.ts';
import { insertFolder } from '../../src/core/store/feeds/folders.ts';
import type { WritableDb } from '../../src/core/store/handles.ts';
import { articleMaker } from './seeded-article.ts';

export interface LibrarySize {
  readonly articles: number;
  readonly feeds: number;
  /** Mean words of an article's text. */
  readonly words: number;
}

export const libraryNow = Date.UTC(2026, 10, 24, 9);
const threeYearsMs = 3 * 365 * 86_400_000;
const batchSize = 2_000;

/** The folder of the library, made if it is not there yet (about 4,000 articles a second at 350 words). */
export function seededLibrary(size: LibrarySize, report: (line: string) => void): string {
  const folder = join(tmpdir(), `broadsheet-bench-${size.articles}-${size.feeds}-${size.words}`);
  if (existsSync(join(folder, 'made'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const start = performance.now();
  fill(db, size, (done) =>
    report(`  made ${done} of ${size.articles} articles, ${Math.round(done / ((performance.now() - start) / 1000))}/s`),
  );
  while (db.transaction(() => mergeIndex(db, 'whole')));
  report(`  merged the index, ${Math.round((performance.now() - start) / 1000)} s`);
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  rmSync(join(folder, 'library.open'), { force: true });
  mkdirSync(join(folder, 'making'));
  renameSync(join(folder, 'making'), join(folder, 'made'));
  return folder;
}

function fill(db: WritableDb, size: LibrarySize, report: (done: number) => void): void {
  const { random, make } = articleMaker(20_261_124);
  const feedIds = db.transaction(() => makeFeeds(db, size.feeds));
  // quadratic: a few feeds bring most of the articles, as in life
  const chooseFeed = (): number => feedIds[Math.floor(random() ** 2 * feedIds.length)] ?? 1;
  const stepMs = threeYearsMs / size.articles;
  for (let done = 0; done < size.articles; done += batchSize) {
    const byFeed = new Map<number, StoredArticle[]>();
    for (let n = done; n < Math.min(done + batchSize, size.articles); n += 1) {
      const feedId = chooseFeed();
      const article = make({ n, at: libraryNow - threeYearsMs + n * stepMs, words: size.words });
      // newest first, as a feed has them
      byFeed.set(feedId, [article, ...(byFeed.get(feedId) ?? [])]);
    }
    db.transaction(() => {
      for (const [feedId, articles] of byFeed) {
        const bits = articles.map(() => ({ read: random() > 0.05, starred: random() < 0.002 }));
        const steps = ingest(
          db,
          { feedId, fetchId: null, fetchedAt: libraryNow, firstFetch: false, articles, bits },
          { unreadDays: 0, unreadMinimum: 0, dailyCap: null },
        );
        while (steps.next().done !== true);
      }
    });
    if ((done / batchSize) % 25 === 24) report(done + batchSize);
  }
}

function makeFeeds(db: WritableDb, feeds: number): readonly number[] {
  const folders = Array.from({ length: 10 }, (_, n) => insertFolder(db, `Folder ${n}`, null));
  return addFeeds(db, {
    feeds: Array.from({ length: feeds }, (_, n) => ({
      url: `https://feed-${n}.example/feed.xml`,
      feedTitle: `Feed ${n}`,
      folderId: folders[n % folders.length] ?? null,
    })),
    now: libraryNow,
    label: 'Made',
  }).ids;
}
