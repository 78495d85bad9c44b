/** Tells which article of the library an article of a fetch is, by the keys that it came with and those kept with the known ones. */
import type { WritableDb } from '../handles.ts';
import type { IngestBatch, StoredArticle } from './stored-article.ts';

export interface Known {
  readonly articleId: number;
  readonly present: boolean;
  /** The first that it was stored under. */
  readonly identity: string;
}

interface KnownRow {
  readonly article_id: number;
  readonly present: number;
  readonly identity: string;
}

/** So many found by their words at once are no chance: the whole feed has moved. */
const togetherAMove = 3;

/** Of an article: one that was edited and moved a few times has half of it. */
const mostKeys = 40;

/** By its identity, now or at a later sight; else by an alternate key that just one article of the feed has. */
export function recognise(
  db: WritableDb,
  batch: IngestBatch,
  article: StoredArticle,
  met: ReadonlySet<number>,
): Known | undefined {
  const { feedId } = batch;
  const { identity } = article;
  const row = db.get<{ article_id: number; present: number }>(
    'SELECT article_id, present FROM article_status WHERE feed_id = :feedId AND identity = :identity',
    { feedId, identity },
  );
  if (row !== undefined) return { articleId: row.article_id, present: row.present === 1, identity };
  for (const key of [identity, ...article.alternates]) {
    const only = onlyOneWith(db, feedId, key);
    if (only === undefined || met.has(only.articleId)) continue;
    if (batch.keepKnown === true && key !== identity && hasNothingElseInCommon(db, only.articleId, article)) continue;
    return only;
  }
  return undefined;
}

function onlyOneWith(db: WritableDb, feedId: number, key: string): Known | undefined {
  const names = { feedId, key };
  // most articles are new: a look at one table costs a third of a look at two
  if (db.get('SELECT 1 FROM article_key WHERE feed_id = :feedId AND key = :key', names) === undefined) return undefined;
  const [only, second] = db.all<KnownRow>(
    `SELECT s.article_id, s.present, s.identity FROM article_key AS k
     JOIN article_status AS s ON s.article_id = k.article_id
     WHERE k.feed_id = :feedId AND k.key = :key LIMIT 2`,
    names,
  );
  if (only === undefined || second !== undefined) return undefined;
  return { articleId: only.article_id, present: only.present === 1, identity: only.identity };
}

/**
 * A feed may move all its guids and addresses at once, so that headline and moment must do there. An archive's lines stay
 * as they were written: with a guid, an address and a text of its own a line is an article of its own, however the
 * archive is cut into batches.
 */
function hasNothingElseInCommon(db: WritableDb, articleId: number, article: StoredArticle): boolean {
  const { rawGuid, url, contentHash } = article;
  return (
    db.get(
      `SELECT 1 FROM article WHERE id = :articleId
       AND raw_guid <> :rawGuid AND url <> :url AND content_hash <> :contentHash`,
      { articleId, rawGuid, url, contentHash },
    ) !== undefined
  );
}

/**
 * The articles of a fetch that nothing but their wording tells, each with the one of the fetch before that said the same
 * and is not in this one by itself. Yields as ingest does; costs nothing where articles have dates.
 */
export function* knownByWording(
  db: WritableDb,
  batch: IngestBatch,
  articlesAStep: number,
): Generator<undefined, ReadonlyMap<StoredArticle, Known>> {
  const found = new Map<StoredArticle, Known>();
  if (!usesWordings(batch) || !hasWordings(db, batch.feedId)) return found;
  const itself = new Set<number>();
  // in the order in which they will be stored
  for (const [at, article] of [...batch.articles].reverse().entries()) {
    if (at > 0 && at % articlesAStep === 0) yield;
    const known = recognise(db, batch, article, itself);
    if (known !== undefined) itself.add(known.articleId);
    else if (article.wording !== undefined) {
      const same = onlyOneWith(db, batch.feedId, kept(article.wording));
      if (same !== undefined) found.set(article, same);
    }
  }
  for (const [article, { articleId }] of found) if (itself.has(articleId)) found.delete(article);
  const isMove = found.size >= togetherAMove;
  for (const article of found.keys()) if (!isMove && article.wording?.isTelling !== true) found.delete(article);
  return found;
}

/** Those of this fetch take the place of those of the one before. */
export function keepWordings(db: WritableDb, batch: IngestBatch, stored: ReadonlyMap<StoredArticle, number>): void {
  const { feedId } = batch;
  if (batch.keepKnown === true) return;
  db.run(`DELETE FROM article_key WHERE ${ofWordings}`, { feedId });
  for (const [{ wording }, articleId] of stored)
    if (wording !== undefined) addKey(db, { feedId, key: kept(wording), articleId });
}

const ofWordings = "feed_id = :feedId AND key >= 'w:' AND key < 'w;'";
const kept = ({ key }: NonNullable<StoredArticle['wording']>): string => `w:${key}`;

/** An archive is no fetch: what it holds need not have been in its feed at once. */
function usesWordings({ articles, keepKnown }: IngestBatch): boolean {
  return keepKnown !== true && articles.some(({ wording }) => wording !== undefined);
}

function hasWordings(db: WritableDb, feedId: number): boolean {
  return db.get(`SELECT 1 FROM article_key WHERE ${ofWordings} LIMIT 1`, { feedId }) !== undefined;
}

/** What it may be known by from now on. True when it came under an identity that it never had before. */
export function addKeys(
  db: WritableDb,
  feedId: number,
  { known, article }: { readonly known: Pick<Known, 'articleId' | 'identity'>; readonly article: StoredArticle },
): boolean {
  const { articleId, identity } = known;
  for (const key of article.alternates) addKey(db, { feedId, key, articleId });
  return identity !== article.identity && addKey(db, { feedId, key: article.identity, articleId });
}

/** False when it was there. */
function addKey(
  db: WritableDb,
  row: { readonly feedId: number; readonly key: string; readonly articleId: number },
): boolean {
  const sql = 'INSERT OR IGNORE INTO article_key (feed_id, key, article_id) VALUES (:feedId, :key, :articleId)';
  return db.run(sql, row).changes > 0;
}

/**
 * Where guids are made anew at each fetch, all that hold one are keys that nobody will ask for again: of an article that has
 * gathered too many only those of this fetch stay. Looks at all keys of the feed: some 10 ms for 100,000.
 */
export function dropOldKeys(db: WritableDb, feedId: number, stored: ReadonlyMap<StoredArticle, number>): void {
  const full = db.column<number>(
    `SELECT article_id FROM article_key WHERE feed_id = :feedId AND article_id IN (SELECT value FROM json_each(:ids))
     GROUP BY article_id HAVING count(*) > ${mostKeys}`,
    { feedId, ids: JSON.stringify([...stored.values()]) },
  );
  if (full.length === 0) return;
  const current = [...stored.keys()].flatMap(({ identity, alternates }) => [identity, ...alternates]);
  db.run(
    `DELETE FROM article_key WHERE feed_id = :feedId AND article_id IN (SELECT value FROM json_each(:full))
       AND key NOT IN (SELECT value FROM json_each(:current))`,
    { feedId, full: JSON.stringify(full), current: JSON.stringify(current) },
  );
}
