/** The hits in headline and text of the articles on a page, marked for the window. */
import type { SearchTerm } from '../../lib/search-plan.ts';
import { endsASentence } from '../../lib/sentences.ts';
import type { ReadableDb } from '../handles.ts';
import { type FindHits, finderOf, foldText } from './find-terms.ts';
import type { SearchSql } from './search-sql.ts';

const hitStart = '\uE000';
const hitEnd = '\uE001';
const snippetLength = 220;
const lengthBeforeHit = 60;
// Hits beyond this are not shown in a list; the article itself shows them.
const longestSearched = 30_000;

export interface MarkedText {
  readonly title: string;
  /** As the index has it; empty where none is known. */
  readonly author: string;
  /** Empty when no hit lies in the text. */
  readonly snippet: string;
}

/** Cost: the texts of these articles are read and folded once, about 0.02 ms each. */
export function markedTexts(db: ReadableDb, sql: SearchSql, ids: readonly number[]): ReadonlyMap<number, MarkedText> {
  if (ids.length === 0 || sql.texts.length === 0) return new Map();
  const anywhere = finderOf(termsOf(sql, undefined));
  const inTitle = finderOf(termsOf(sql, 'title'));
  const inAuthor = finderOf(termsOf(sql, 'author'));
  const rows = db.all<{ id: number; title: string; author: string; body: string }>(
    `SELECT t.article_id AS id, t.title, t.author, substr(t.body, 1, ${longestSearched}) AS body
     FROM json_each(:ids) AS wanted CROSS JOIN article_text AS t ON t.article_id = wanted.value`,
    { ids: JSON.stringify(ids) },
  );
  return new Map(
    rows.map(({ id, title, author, body }) => [
      id,
      { title: markAll(title, inTitle), author: markAll(author, inAuthor), snippet: snippet(body, anywhere) },
    ]),
  );
}

function termsOf(sql: SearchSql, column: 'title' | 'author' | undefined): SearchTerm[] {
  return sql.texts.filter((text) => text.column === undefined || text.column === column).flatMap((text) => text.terms);
}

function markAll(text: string, find: FindHits): string {
  return withMarks(text, rangesIn(text, find));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** In order, none overlapping another. */
function rangesIn(text: string, find: FindHits): Range[] {
  const { folded, placeOf } = foldText(text);
  const hits = find(folded);
  const ranges: Range[] = [];
  for (let at = 0; at < hits.length; at += 2)
    ranges.push({ from: placeOf(hits[at] ?? 0), to: placeOf(hits[at + 1] ?? 0) });
  ranges.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return ranges.filter((range) => {
    const isApart = range.from >= end;
    if (isApart) end = range.to;
    return isApart;
  });
}

/** The stretch of text that holds most hits. */
function snippet(text: string, find: FindHits): string {
  const ranges = rangesIn(text, find);
  const [first] = ranges;
  if (first === undefined) return '';
  let best = first;
  let most = 0;
  for (const [at, range] of ranges.slice(0, 200).entries()) {
    let n = 0;
    while ((ranges[at + n]?.to ?? Number.POSITIVE_INFINITY) <= range.from + snippetLength - lengthBeforeHit) n += 1;
    if (n > most) {
      most = n;
      best = range;
    }
  }
  const from = startOfWord(text, Math.max(0, best.from - lengthBeforeHit), best.from);
  const to = endOfWord(text, Math.max(best.to, from + snippetLength));
  const inside = ranges
    .filter((range) => range.from >= from && range.to <= to)
    .map((range) => ({ from: range.from - from, to: range.to - from }));
  const marked = withMarks(text.slice(from, to), inside).replace(/\s+/g, ' ').trim();
  // A piece that ends with its sentence needs no sign that more follows.
  const breaksOff = to < text.length && !endsASentence(text.slice(from, to).trimEnd());
  return `${from > 0 ? '…' : ''}${marked}${breaksOff ? '…' : ''}`;
}

function startOfWord(text: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space < 0 || space >= latest ? from : space + 1;
}

function endOfWord(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space < to - 40 ? to : space;
}

/** Zero-width spaces only part Chinese, Japanese and Korean letters for the index; people do not want them. */
function withMarks(text: string, ranges: readonly Range[]): string {
  let marked = '';
  let at = 0;
  for (const { from, to } of ranges) {
    marked += `${text.slice(at, from)}${hitStart}${text.slice(from, to)}${hitEnd}`;
    at = to;
  }
  return (marked + text.slice(at)).replaceAll('\u200B', '').replaceAll(`${hitEnd}${hitStart}`, '');
}
