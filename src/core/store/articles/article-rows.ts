/** Rows of article and article_status as the window sees them: one SELECT list, one mapping. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { standfirst } from '../../lib/standfirst.ts';
import type { ReadableDb } from '../handles.ts';
import { momentOfId } from './article-id.ts';

export interface SummaryRow {
  readonly id: number;
  readonly feed_id: number;
  readonly feed_title: string;
  readonly title: string;
  readonly lead: string;
  readonly deck: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly published_at: number | null;
  readonly arrival: number;
  readonly unread: number;
  readonly starred: number;
  readonly later: number;
  readonly picture_url: string | null;
  readonly has_audio: number;
  readonly audio_seconds: number | null;
  readonly word_count: number;
  readonly revisions: number;
  /** Of a story that has two articles or more; the number of its publishers. */
  readonly story_id: number | null;
  readonly story_publishers: number | null;
}

export const summaryColumns = `
  a.id, a.feed_id, coalesce(f.own_title, f.feed_title) AS feed_title, a.title, a.lead, a.deck, a.url, a.author,
  a.publisher, coalesce(a.section, f.section) AS section, a.language, a.published_at, s.arrival, s.unread, s.starred,
  s.later, a.picture_url, a.has_audio, a.audio_seconds, a.word_count, a.revisions, st.id AS story_id,
  st.publishers AS story_publishers`;

export const summaryJoins = `
  JOIN article AS a ON a.id = s.article_id
  JOIN feed AS f ON f.id = a.feed_id
  LEFT JOIN story AS st ON st.id = a.story_id`;

/** Words an ordinary reader takes in a minute; Chinese and Japanese are counted in words of two letters upstream. */
const wordsPerMinute = 230;

export function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id as ArticleId,
    feedId: row.feed_id as ArticleSummary['feedId'],
    feedTitle: row.feed_title,
    title: row.title,
    ...standfirst(row),
    url: row.url,
    author: row.author,
    publisher: row.publisher,
    section: row.section,
    language: row.language,
    publishedAt: row.published_at,
    sortAt: momentOfId(row.id),
    arrival: row.arrival,
    unread: row.unread === 1,
    starred: row.starred === 1,
    later: row.later === 1,
    pictureUrl: row.picture_url,
    hasAudio: row.has_audio === 1,
    audioSeconds: row.audio_seconds,
    wordCount: row.word_count,
    minutes: Math.max(1, Math.round(row.word_count / wordsPerMinute)),
    edited: row.revisions > 0,
    storyId: row.story_id,
    storyPublishers: row.story_publishers ?? 0,
  };
}

/** Whole rows for ids found by an index, in the order given. Ids whose text is gone are left out. */
export function summariesOf(db: ReadableDb, ids: readonly number[]): ArticleSummary[] {
  if (ids.length === 0) return [];
  const rows = db.all<SummaryRow>(
    `SELECT ${summaryColumns}
     FROM json_each(:ids) AS wanted
     JOIN article_status AS s ON s.article_id = wanted.value
     ${summaryJoins}`,
    { ids: JSON.stringify(ids) },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toSummary(row)];
  });
}
