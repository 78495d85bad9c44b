/** What curation needs to know of articles, read for grouping, ranking and For you. */
import type { EpochMs } from '../../lib/clock.ts';
import type { ReadableDb } from '../handles.ts';

/** Has the shape of core/curation's CurationArticle, and the story it is in. */
export interface ArticleFacts {
  readonly id: number;
  readonly guid?: string | undefined;
  readonly feedId: number;
  readonly publisher: string;
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly publishedAt: EpochMs;
  readonly arrivedAt: EpochMs;
  readonly section?: string | undefined;
  readonly author?: string | undefined;
  readonly position?: number | undefined;
  readonly hasPicture: boolean;
  readonly wordCount: number;
  /** null: not grouped yet. */
  readonly storyId: number | null;
  /** Its feed wants to be left out of stories. */
  readonly isApart: boolean;
}

interface FactsRow {
  readonly id: number;
  readonly raw_guid: string | null;
  readonly feed_id: number;
  readonly feed_url: string;
  readonly publisher: string | null;
  readonly title: string;
  readonly lead: string;
  readonly language: string | null;
  readonly published_at: number | null;
  readonly first_seen_at: number;
  readonly section: string | null;
  readonly author: string | null;
  readonly position: number | null;
  readonly has_picture: number;
  readonly word_count: number;
  readonly story_id: number | null;
  readonly is_apart: number;
}

const columns = `a.id, a.raw_guid, a.feed_id, f.url AS feed_url, a.publisher, a.title, a.lead, a.language, a.published_at,
  a.first_seen_at, coalesce(a.section, f.section) AS section, a.author, a.position, a.picture_url IS NOT NULL AS has_picture,
  a.word_count, a.story_id, instr(f.settings, '"ownStories":true') > 0 AS is_apart`;

/** The moment an article counts from: its own date where that can be true, else its arrival (as curation reads it). */
export const articleMoment = (alias: string): string =>
  `CASE WHEN ${alias}.published_at >= 631152000000 AND ${alias}.published_at <= ${alias}.first_seen_at + 300000
   THEN min(${alias}.published_at, ${alias}.first_seen_at) ELSE ${alias}.first_seen_at END`;

/** An article's owner: its publisher, else the host of its feed. */
export function ownerOf(publisher: string | null, feedUrl: string): string {
  return publisher ?? URL.parse(feedUrl)?.hostname.replace(/^www\./, '') ?? feedUrl;
}

/** Articles without a story yet, in order of time. */
export function ungroupedFacts(
  db: ReadableDb,
  range: { readonly from: number; readonly to: number; readonly limit: number },
) {
  return db
    .all<FactsRow>(
      `SELECT ${columns} FROM article AS a INDEXED BY article_ungrouped JOIN feed AS f ON f.id = a.feed_id
       WHERE a.story_id IS NULL AND a.id >= :from AND a.id < :to ORDER BY a.id LIMIT :limit`,
      { ...range },
    )
    .map(toFacts);
}

/** Articles that are grouped already, in order of time: what a new start remembers. */
export function groupedFacts(
  db: ReadableDb,
  range: { readonly from: number; readonly to: number; readonly limit: number },
) {
  return db
    .all<FactsRow>(
      `SELECT ${columns} FROM article AS a NOT INDEXED JOIN feed AS f ON f.id = a.feed_id
       WHERE a.story_id IS NOT NULL AND a.id >= :from AND a.id < :to ORDER BY a.id LIMIT :limit`,
      { ...range },
    )
    .map(toFacts);
}

/** In the order given; ids whose text is gone are left out. */
export function factsOf(db: ReadableDb, ids: readonly number[]): ArticleFacts[] {
  const rows = db.all<FactsRow>(
    `SELECT ${columns} FROM json_each(:ids) AS wanted CROSS JOIN article AS a ON a.id = wanted.value JOIN feed AS f ON f.id = a.feed_id
     ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  );
  return rows.map(toFacts);
}

/** All articles of some stories, in order of time. */
export function factsOfStories(db: ReadableDb, storyIds: readonly number[]): ArticleFacts[] {
  const rows = db.all<FactsRow>(
    `SELECT ${columns} FROM json_each(:ids) AS wanted CROSS JOIN article AS a INDEXED BY article_story ON a.story_id = wanted.value
     JOIN feed AS f ON f.id = a.feed_id ORDER BY a.id`,
    { ids: JSON.stringify(storyIds) },
  );
  return rows.map(toFacts);
}

/** The first characters of articles' texts, by id, as they were indexed. */
export function openingsOf(db: ReadableDb, ids: readonly number[], characters: number): Map<number, string> {
  const rows = db.all<{ id: number; opening: string }>(
    `SELECT article_id AS id, substr(body, 1, :characters) AS opening FROM article_text
     WHERE article_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids), characters },
  );
  // Marks between Chinese, Japanese and Korean letters are the index's own.
  return new Map(rows.map(({ id, opening }) => [id, opening.replaceAll('\u200b', '')]));
}

function toFacts(row: FactsRow): ArticleFacts {
  return {
    id: row.id,
    guid: row.raw_guid ?? undefined,
    feedId: row.feed_id,
    publisher: ownerOf(row.publisher, row.feed_url),
    title: row.title,
    lead: row.lead,
    language: row.language ?? '',
    publishedAt: row.published_at ?? row.first_seen_at,
    arrivedAt: row.first_seen_at,
    section: row.section ?? undefined,
    author: row.author ?? undefined,
    position: row.position ?? undefined,
    hasPicture: row.has_picture === 1,
    wordCount: row.word_count,
    storyId: row.story_id,
    isApart: row.is_apart === 1,
  };
}
