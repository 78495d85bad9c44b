/** Stories as they are kept: who is in which, which id means which story now, and what the reader said of them. */
import type { EpochMs } from '../../lib/clock.ts';
import { articleMoment } from '../articles/article-facts.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';

export interface KeptMember {
  readonly articleId: number;
  /** The article shown in its place, when it is a near-copy. */
  readonly copyOf: number | null;
  readonly shares: readonly string[];
  readonly hoursApart: number;
  readonly likeness: number;
}

/** What grouping changed, as it is written. */
export interface GroupingChanges {
  readonly placed: readonly { readonly articleId: number; readonly storyId: number }[];
  readonly renamed: readonly { readonly from: number; readonly to: number }[];
  readonly members: readonly KeptMember[];
  /** Stories that gained or lost articles. */
  readonly touched: readonly number[];
}

// An article changes two index entries and one row: 150 take about 5 ms, and stayed under 50 on a machine six times overbooked.
const articlesAStep = 150;
// When a feed goes or comes back. What is older keeps the sums of its day.
const articlesRecounted = 1_000;
const storiesAStep = 100;

/** Yields between transactions. Articles that went meanwhile are passed over. */
export function* storeGrouping(db: WritableDb, changes: GroupingChanges): Generator<undefined, void> {
  for (const { from, to } of changes.renamed) {
    db.run('INSERT OR REPLACE INTO story_alias (id, to_id) VALUES (:from, :to)', { from, to });
  }
  for (const [n, { articleId, storyId }] of changes.placed.entries()) {
    if (n > 0 && n % articlesAStep === 0) yield;
    db.run('UPDATE article SET story_id = :storyId WHERE id = :articleId', { articleId, storyId });
  }
  yield;
  for (const [n, member] of changes.members.entries()) {
    if (n > 0 && n % articlesAStep === 0) yield;
    keepMember(db, member);
  }
  for (let at = 0; at < changes.touched.length; at += storiesAStep) {
    yield;
    recountStories(db, changes.touched.slice(at, at + storiesAStep));
  }
}

export function keepMember(db: WritableDb, member: KeptMember): void {
  db.run(
    `INSERT OR REPLACE INTO story_member (article_id, copy_of, shares, hours_apart, likeness)
     SELECT :articleId, :copyOf, :shares, :hoursApart, :likeness WHERE EXISTS (SELECT 1 FROM article WHERE id = :articleId)`,
    { ...member, shares: JSON.stringify(member.shares) },
  );
}

/** Brings the rows of these stories up to the articles that are shown; a story of one article has no row. */
export function recountStories(db: WritableDb, storyIds: readonly number[]): void {
  for (const id of storyIds) {
    const sums = db.get<{ articles: number; publishers: number; first_at: number; last_at: number }>(
      `SELECT count(*) AS articles, count(DISTINCT coalesce(a.publisher, 'feed ' || a.feed_id)) AS publishers,
         min(${articleMoment('a')}) AS first_at, max(${articleMoment('a')}) AS last_at
       FROM article AS a INDEXED BY article_story JOIN article_status AS s ON s.article_id = a.id
       WHERE a.story_id = :id AND s.present = 1`,
      { id },
    );
    if (sums === undefined || sums.articles < 2) db.run('DELETE FROM story WHERE id = :id', { id });
    else {
      db.run(
        `INSERT OR REPLACE INTO story (id, first_at, last_at, articles, publishers)
         VALUES (:id, :first_at, :last_at, :articles, :publishers)`,
        { id, ...sums },
      );
    }
  }
}

/** Stories that the newest articles shown of a feed belong to. */
export function newestStoriesOfFeed(db: ReadableDb, feedId: number): number[] {
  return db
    .all<{ story_id: number }>(
      // CROSS JOIN: the feed's articles come first, and not all that belong to a story
      `SELECT DISTINCT a.story_id FROM (
         SELECT article_id FROM article_status INDEXED BY status_feed
         WHERE feed_id = :feedId AND present = 1 AND hidden = 0 ORDER BY article_id DESC LIMIT :limit
       ) CROSS JOIN article AS a ON a.id = article_id WHERE a.story_id IS NOT NULL`,
      { feedId, limit: articlesRecounted },
    )
    .map(({ story_id }) => story_id);
}

/** The id a story has now. */
export function presentStoryId(db: ReadableDb, id: number): number {
  let current = id;
  // the limit ends a circle that a damaged file might hold
  for (let turn = 0; turn < 100; turn += 1) {
    const next = db.get<{ to_id: number | null }>('SELECT to_id FROM story_alias WHERE id = :current', {
      current,
    })?.to_id;
    if (next === undefined || next === null || next === id) return current;
    current = next;
  }
  return current;
}

export function renamedStories(db: ReadableDb): { from: number; to: number }[] {
  return db.all<{ from: number; to: number }>(
    'SELECT id AS "from", to_id AS "to" FROM story_alias WHERE to_id IS NOT NULL',
  );
}

export interface KeptConstraint {
  readonly kind: 'together' | 'apart';
  readonly articles: readonly [number, number];
}

export function constraintsKept(db: ReadableDb): KeptConstraint[] {
  return db
    .all<{ kind: 'together' | 'apart'; first_article: number; second_article: number }>(
      'SELECT kind, first_article, second_article FROM story_constraint WHERE removed_at IS NULL ORDER BY id',
    )
    .map((row) => ({ kind: row.kind, articles: [row.first_article, row.second_article] }));
}

/** Changes whenever a constraint is added, taken back or put back: then grouping must be read anew. */
export function constraintsMark(db: ReadableDb): string {
  const row = db.get<{ n: number; newest: number | null; removed: number | null }>(
    `SELECT count(*) AS n, max(id) AS newest, sum(removed_at IS NOT NULL) AS removed FROM story_constraint`,
  );
  return `${row?.n ?? 0}.${row?.newest ?? 0}.${row?.removed ?? 0}`;
}

export function storyOfArticle(db: ReadableDb, articleId: number): number | undefined {
  return (
    db.get<{ story_id: number | null }>('SELECT story_id FROM article WHERE id = :articleId', { articleId })
      ?.story_id ?? undefined
  );
}

/** The story of each of these that is still there. */
export function storyIdsOf(db: ReadableDb, articleIds: readonly number[]): Map<number, number | null> {
  const rows = db.all<{ id: number; story_id: number | null }>(
    'SELECT id, story_id FROM article WHERE id IN (SELECT value FROM json_each(:ids))',
    { ids: JSON.stringify(articleIds) },
  );
  return new Map(rows.map((row) => [row.id, row.story_id]));
}

/** Stories that began before a moment and go on after it. */
export function storiesAcross(db: ReadableDb, moment: EpochMs): number[] {
  return db
    .all<{ id: number }>('SELECT id FROM story WHERE last_at >= :moment AND first_at < :moment', { moment })
    .map(({ id }) => id);
}

/** Those of these stories that have articles outside the range. */
export function storiesReachingOut(
  db: ReadableDb,
  ids: readonly number[],
  range: { readonly from: EpochMs; readonly to: EpochMs },
): number[] {
  return db
    .all<{ id: number }>(
      `SELECT id FROM story WHERE id IN (SELECT value FROM json_each(:ids)) AND (first_at < :from OR last_at >= :to)`,
      { ids: JSON.stringify(ids), ...range },
    )
    .map(({ id }) => id);
}

interface StoryRow {
  readonly id: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly articles: number;
  readonly publishers: number;
}

export function storyRow(db: ReadableDb, id: number): StoryRow | undefined {
  return db.get<StoryRow>(
    'SELECT id, first_at AS firstAt, last_at AS lastAt, articles, publishers FROM story WHERE id = :id',
    { id },
  );
}

/** Which of these can be shown: text there, feed subscribed, not hidden. */
export function presentAmong(db: ReadableDb, ids: readonly number[]): Set<number> {
  const rows = db.all<{ id: number }>(
    `SELECT article_id AS id FROM article_status
     WHERE article_id IN (SELECT value FROM json_each(:ids)) AND present = 1 AND hidden = 0`,
    { ids: JSON.stringify(ids) },
  );
  return new Set(rows.map(({ id }) => id));
}
