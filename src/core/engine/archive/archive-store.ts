/** Writes articles of an archive. Feeds that are not subscribed to become so; what is there already stays as it is. */
import { deserialize } from 'node:v8';
import { ok, type Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { ingest } from '../../store/articles/ingest.ts';
import type { StoredArticle } from '../../store/articles/stored-article.ts';
import { addFeeds, feedIdAt } from '../../store/feeds/feeds.ts';
import type { WritableDb } from '../../store/handles.ts';
import type { ArchivedFeed } from './archive-task.ts';

export interface ArchiveStored {
  readonly added: number;
  readonly known: number;
  readonly feeds: number;
}

// An archive says itself what is read.
const rules = { unreadDays: 0, unreadMinimum: 0, dailyCap: null };

export function* storeArchive(
  db: WritableDb,
  input: { readonly feeds: readonly ArchivedFeed[] },
  now: EpochMs,
): Generator<undefined, Result<ArchiveStored>> {
  let added = 0;
  let known = 0;
  let feeds = 0;
  for (const feed of input.feeds) {
    let feedId = feedIdAt(db, feed.url);
    if (feedId === undefined) {
      const label = `Took ${feed.title || feed.url} from an archive`;
      [feedId] = addFeeds(db, { feeds: [{ url: feed.url, feedTitle: feed.title, folderId: null }], now, label }).ids;
      feeds += 1;
    }
    if (feedId === undefined) continue;
    const articles = deserialize(feed.articles) as StoredArticle[];
    const done = yield* ingest(
      db,
      { feedId, fetchId: null, fetchedAt: now, firstFetch: false, articles, bits: feed.bits, keepKnown: true },
      rules,
    );
    added += done.added.length;
    known += articles.length - done.added.length;
  }
  return ok({ added, known, feeds });
}
