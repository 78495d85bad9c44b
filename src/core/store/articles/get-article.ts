/** The whole article, and the way from one article to the next. */

import { inflateRawSync } from 'node:zlib';
import type { Article } from '../../../contract/articles.ts';
import type { Settings } from '../../../contract/settings.ts';
import { storedJson } from '../../lib/stored-json.ts';
import { webAddress } from '../../lib/web-address.ts';
import { readFeedSettings } from '../feeds/feed-settings.ts';
import type { ReadableDb } from '../handles.ts';
import { getSettings } from '../settings.ts';
import { type SummaryRow, summaryColumns, summaryJoins, toSummary } from './article-rows.ts';
import type { PageFacts } from './full-text.ts';
import type { ArticleExtras } from './stored-article.ts';

interface ArticleRow extends SummaryRow {
  readonly html: string;
  readonly own_deck: string | null;
  readonly extras: string;
  readonly page_html: string | null;
  readonly page_state: 'none' | 'stored' | 'failed';
  readonly page_trouble: string | null;
  readonly page_trouble_code: string | null;
  readonly page_facts: string | null;
  readonly text_choice: 'feed' | 'page' | null;
  readonly place: number | null;
  readonly edited_at: number | null;
  readonly updated_at: number | null;
  readonly first_seen_at: number;
  readonly raw_guid: string | null;
  readonly site_url: string | null;
  readonly feed_settings: string;
}

interface ArticleOptions {
  /** undefined: as the reader chose, or as the rule of its feed says. */
  readonly textFrom?: 'feed' | 'page' | undefined;
  /** Tells a feed's text that is only how its article begins. */
  readonly isSummary: (text: { readonly html: string; readonly title: string; readonly hasAudio: boolean }) => boolean;
}

export function getArticle(db: ReadableDb, id: number, options: ArticleOptions): Article | undefined {
  const row = db.get<ArticleRow>(
    `SELECT ${summaryColumns}, b.html, b.deck AS own_deck, b.extras, b.page_html, b.page_state, b.page_trouble,
       b.page_trouble_code, b.page_facts, b.text_choice, p.place,
       (SELECT max(at) FROM article_revision AS r WHERE r.article_id = a.id) AS edited_at, a.updated_at, a.first_seen_at, a.raw_guid, f.site_url, f.settings AS feed_settings
     FROM article_status AS s ${summaryJoins}
     JOIN article_body AS b ON b.article_id = a.id
     LEFT JOIN reading_place AS p ON p.article_id = a.id
     WHERE s.article_id = :id`,
    { id },
  );
  return row === undefined ? undefined : toArticle(row, { ...options, usual: getSettings(db).fullText });
}

interface TextOptions extends ArticleOptions {
  /** The rule of feeds that have none of their own. */
  readonly usual: Settings['fullText'];
}

function toArticle(row: ArticleRow, { textFrom, isSummary, usual }: TextOptions): Article {
  const extras = storedJson<ArticleExtras>(row.extras, { categories: [], enclosures: [] });
  const facts = row.page_facts === null ? null : storedJson<PageFacts | null>(row.page_facts, null);
  const settings = readFeedSettings(row.feed_settings);
  const rule = settings.fullText === 'usual' ? usual : settings.fullText;
  const summary = toSummary(row);
  const isCut = isSummary({ html: row.html, title: row.title, hasAudio: summary.hasAudio });
  const fromPage = row.page_html !== null && (textFrom ?? row.text_choice ?? bestText(row, rule)) === 'page';
  return {
    ...summary,
    // What the feed says of an article comes first; its page fills in what is missing.
    author: summary.author ?? facts?.byline ?? null,
    publishedAt: summary.publishedAt ?? facts?.publishedAt ?? null,
    html: fromPage ? (row.page_html ?? '') : row.html,
    textFrom: fromPage ? 'page' : 'feed',
    hasFullText: row.page_html !== null,
    fullTextState: row.page_state,
    fullTextTrouble: row.page_trouble,
    fullTextTroubleCode: row.page_trouble_code,
    isSummary: isCut,
    wantsFullText: row.url !== null && (rule === 'always' || (rule === 'short' && isCut)),
    place: row.place,
    deck: row.own_deck ?? (fromPage ? (facts?.deck ?? null) : null),
    picture: extras.picture ?? (fromPage ? (facts?.picture ?? null) : null),
    direction: settings.direction,
    updatedAt: row.updated_at,
    firstSeenAt: row.first_seen_at,
    guid: row.raw_guid,
    commentsUrl: extras.commentsUrl ?? null,
    categories: [...extras.categories],
    enclosures: [...extras.enclosures],
    podcast: extras.podcast === undefined ? null : { ...extras.podcast, transcripts: [...extras.podcast.transcripts] },
    revisions: row.revisions,
    editedAt: row.edited_at,
    siteUrl: webAddress(row.site_url) ?? null,
  };
}

/** Where the reader has not chosen: the page's text, once it is there, unless the feed's is the longer one. */
function bestText(row: ArticleRow, rule: Settings['fullText']): 'feed' | 'page' {
  return rule !== 'never' && (row.page_html ?? '').length >= row.html.length ? 'page' : 'feed';
}

export interface Revision {
  readonly at: number;
  readonly title: string;
  readonly html: string;
}

/** Which of these have earlier states. */
export function articlesRevised(db: ReadableDb, ids: readonly number[]): Set<number> {
  const rows = db.all<{ id: number }>(
    'SELECT DISTINCT article_id AS id FROM article_revision WHERE article_id IN (SELECT value FROM json_each(:ids))',
    { ids: JSON.stringify(ids) },
  );
  return new Set(rows.map(({ id }) => id));
}

/** Earlier states, newest first, with the present one at the head. */
export function revisionsOf(db: ReadableDb, id: number): Revision[] {
  const now = db.get<{ title: string; html: string; at: number }>(
    `SELECT a.title, b.html, a.first_seen_at AS at FROM article AS a JOIN article_body AS b ON b.article_id = a.id WHERE a.id = :id`,
    { id },
  );
  if (now === undefined) return [];
  const earlier = db
    .all<{ at: number; title: string; text: Uint8Array }>(
      'SELECT at, title, text FROM article_revision WHERE article_id = :id ORDER BY at DESC',
      { id },
    )
    .map((row) => ({ at: row.at, title: row.title, html: inflated(row.text) }));
  return [{ ...now, at: earlier[0]?.at ?? now.at }, ...earlier];
}

// no article is longer when it is fetched
const mostInflatedBytes = 32 * 1024 * 1024;

/** Empty for what does not unpack, or unpacks to more than any article has: the library may be somebody else's. */
function inflated(packed: Uint8Array): string {
  try {
    return inflateRawSync(packed, { maxOutputLength: mostInflatedBytes }).toString('utf8');
  } catch {
    return '';
  }
}
