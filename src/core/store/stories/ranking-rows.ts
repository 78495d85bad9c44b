/** The articles of stories as ranking needs them, and how much each owner publishes. */

import type { EpochMs } from '../../lib/clock.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { articleMoment, ownerOf } from '../articles/article-facts.ts';
import { lowestIdAt } from '../articles/article-id.ts';
import type { ReadableDb } from '../handles.ts';

export interface RankingRow {
  readonly id: number;
  readonly storyId: number;
  readonly publisher: string;
  readonly at: EpochMs;
  readonly position: number | undefined;
  readonly section: string | undefined;
  readonly hasLead: boolean;
  readonly hasPicture: boolean;
  readonly read: boolean;
  readonly arrival: number;
  readonly copyOf: number | undefined;
  readonly title: string;
  readonly guid: string;
  readonly feedUrl: string;
}

interface Row {
  readonly id: number;
  readonly story_id: number;
  readonly publisher: string | null;
  readonly feed_url: string;
  readonly at: number;
  readonly position: number | null;
  readonly section: string | null;
  readonly has_lead: number;
  readonly has_picture: number;
  readonly unread: number;
  readonly arrival: number;
  readonly copy_of: number | null;
  readonly title: string;
  readonly guid: string;
}

const columns = `a.id, a.story_id, a.publisher, f.url AS feed_url, ${articleMoment('a')} AS at,
  coalesce((SELECT p.position FROM article_position AS p WHERE p.article_id = a.id AND p.at <= :at ORDER BY p.at DESC LIMIT 1),
    CASE WHEN a.first_seen_at <= :at THEN a.position END) AS position,
  coalesce(a.section, f.section) AS section, a.lead <> '' AS has_lead, a.picture_url IS NOT NULL AS has_picture, s.unread, s.arrival,
  m.copy_of, a.title, coalesce(a.raw_guid, a.url, s.identity) AS guid`;

const joins = `JOIN article_status AS s ON s.article_id = a.id
  JOIN feed AS f ON f.id = a.feed_id
  LEFT JOIN story_member AS m ON m.article_id = a.id`;

const shown = 's.present = 1 AND s.hidden = 0';

interface StoryWindow {
  /** Stories with an article since then. */
  readonly from: EpochMs;
  /** Only what had appeared by then. */
  readonly at: EpochMs;
  readonly leastPublishers: number;
  /** Feeds that have no say. */
  readonly exceptFeeds?: readonly number[];
}

/** Articles of stories of two or more. About 10 microseconds an article. */
export function storiesInWindow(
  db: ReadableDb,
  { from, at: until, leastPublishers, exceptFeeds = [] }: StoryWindow,
): RankingRow[] {
  const rows = db.all<Row>(
    `SELECT ${columns} FROM story AS st INDEXED BY story_last
     CROSS JOIN article AS a INDEXED BY article_story ON a.story_id = st.id ${joins}
     WHERE st.last_at >= :from AND st.first_at <= :at AND st.publishers >= :leastPublishers AND ${shown}
       AND a.feed_id NOT IN (SELECT value FROM json_each(:exceptFeeds))`,
    { from, at: until, leastPublishers, exceptFeeds: JSON.stringify(exceptFeeds) },
  );
  return rows.filter(({ at }) => at <= until).map(toRankingRow);
}

/** Articles that nobody else tells, or that are not grouped. */
export function singlesInWindow(db: ReadableDb, window: Pick<StoryWindow, 'from' | 'at'>): RankingRow[] {
  const rows = db.all<Row>(
    `SELECT ${columns} FROM article AS a ${joins}
     WHERE a.id >= :lowest AND a.id < :highest AND a.story_id IS NOT NULL AND ${shown}
       AND NOT EXISTS (SELECT 1 FROM story AS st WHERE st.id = a.story_id)`,
    { at: window.at, lowest: idAt(window.from), highest: idAt(window.at + 1000) },
  );
  return rows.map(toRankingRow);
}

// Ids are integers of 53 bits: a window without beginning or end stays within them.
function idAt(moment: EpochMs): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, lowestIdAt(moment)));
}

/** All articles of one story, present ones only. */
export function articlesOfStory(db: ReadableDb, storyId: number, at: EpochMs): RankingRow[] {
  const rows = db.all<Row>(
    `SELECT ${columns} FROM article AS a INDEXED BY article_story ${joins}
     WHERE a.story_id = :storyId AND s.present = 1`,
    { storyId, at },
  );
  return rows.map(toRankingRow);
}

function toRankingRow(row: Row): RankingRow {
  return {
    id: row.id,
    storyId: row.story_id,
    publisher: ownerOf(row.publisher, row.feed_url),
    at: row.at,
    position: row.position ?? undefined,
    section: row.section ?? undefined,
    hasLead: row.has_lead === 1,
    hasPicture: row.has_picture === 1,
    read: row.unread === 0,
    arrival: row.arrival,
    copyOf: row.copy_of ?? undefined,
    title: row.title,
    guid: row.guid,
    feedUrl: row.feed_url,
  };
}

/** Articles of each owner between two moments. */
export function ownerVolumes(db: ReadableDb, from: EpochMs, to: EpochMs): Map<string, number> {
  const rows = db.all<{ publisher: string | null; feed_url: string; n: number }>(
    `SELECT a.publisher, f.url AS feed_url, count(*) AS n FROM article AS a JOIN feed AS f ON f.id = a.feed_id
     WHERE a.id >= :from AND a.id < :to AND f.removed_at IS NULL GROUP BY a.publisher, a.feed_id`,
    { from: idAt(from), to: idAt(to + 1000) },
  );
  const volumes = new Map<string, number>();
  for (const { publisher, feed_url, n } of rows) {
    const owner = ownerOf(publisher, feed_url);
    volumes.set(owner, (volumes.get(owner) ?? 0) + n);
  }
  return volumes;
}

export interface KeptReason {
  readonly articleId: number;
  readonly copyOf: number | null;
  readonly shares: readonly string[];
  readonly hoursApart: number;
  readonly likeness: number;
}

export function reasonsKept(db: ReadableDb, articleIds: readonly number[]): Map<number, KeptReason> {
  const rows = db.all<Omit<KeptReason, 'shares'> & { shares: string }>(
    `SELECT article_id AS articleId, copy_of AS copyOf, shares, hours_apart AS hoursApart, likeness
     FROM story_member WHERE article_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(articleIds) },
  );
  return new Map(rows.map((row) => [row.articleId, { ...row, shares: storedJson<string[]>(row.shares, []) }]));
}
