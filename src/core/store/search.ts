/** Finding articles by words, newest first, straight from the index: it streams by rowid and stops at the limit. */
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import { summariesOf } from './article-rows.ts';
import type { ReadableDb } from './handles.ts';

export interface WordQuery {
  /** An FTS5 expression over title, author and body. */
  readonly match: string;
  readonly ignored: OutputOf<'articles.search'>['ignored'];
}

const countedRows = 1_000;
export const hitStart = '\uE000';
export const hitEnd = '\uE001';

export function searchArticles(
  db: ReadableDb,
  input: ParsedInputOf<'articles.search'>,
  words: WordQuery,
): OutputOf<'articles.search'> {
  if (words.match === '') return { articles: [], total: 0, totalIsExact: true, ignored: words.ignored };
  const match = `{title author body} : (${words.match})`;
  const direction = input.order === 'oldest' ? 'ASC' : 'DESC';
  const after = input.cursor === undefined ? undefined : Number(input.cursor);
  const comparison = input.order === 'oldest' ? '>' : '<';
  const ids = db
    .once<{ id: number }>(
      `SELECT article_index.rowid AS id FROM article_index JOIN article_status AS s ON s.article_id = article_index.rowid
       WHERE article_index MATCH :match AND s.present = 1 AND s.hidden = 0
         ${after === undefined ? '' : `AND article_index.rowid ${comparison} :after`}
       ORDER BY article_index.rowid ${direction} LIMIT :limit`,
      { match, limit: input.limit + 1, ...(after === undefined ? {} : { after }) },
    )
    .map((row) => row.id);
  const shown = ids.slice(0, input.limit);
  const snippets = snippetsOf(db, match, shown);
  const total = countUpTo(db, match);
  const last = shown.at(-1);
  return {
    articles: summariesOf(db, shown).map((article) => ({ ...article, snippet: snippets.get(article.id) ?? '' })),
    total,
    totalIsExact: total < countedRows,
    ignored: words.ignored,
    ...(ids.length > input.limit && last !== undefined ? { cursor: String(last) } : {}),
  };
}

function snippetsOf(db: ReadableDb, match: string, ids: readonly number[]): Map<number, string> {
  const rows = db.once<{ id: number; snippet: string }>(
    `SELECT rowid AS id, snippet(article_index, 2, '${hitStart}', '${hitEnd}', '…', 32) AS snippet
     FROM article_index WHERE article_index MATCH :match AND rowid IN (SELECT value FROM json_each(:ids))`,
    { match, ids: JSON.stringify(ids) },
  );
  // zero-width spaces only part CJK letters in the index; people do not want them
  return new Map(rows.map((row) => [row.id, row.snippet.replaceAll('\u200B', '')]));
}

function countUpTo(db: ReadableDb, match: string): number {
  const [row] = db.once<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT 1 FROM article_index JOIN article_status AS s ON s.article_id = article_index.rowid
       WHERE article_index MATCH :match AND s.present = 1 AND s.hidden = 0 LIMIT ${countedRows})`,
    { match },
  );
  return row?.n ?? 0;
}
