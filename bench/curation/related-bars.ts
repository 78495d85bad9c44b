/** Related articles as the product finds them: a full-text query, then the ordering. C8. */

import { DatabaseSync } from 'node:sqlite';
import { rankRelated, relatedQueryWords } from '../../src/core/curation/related-articles.ts';
import type { Bars } from './bars.ts';
import { asArticle, type Corpus, type LabelledArticle } from './corpus.ts';

const shown = 5;
const storyNeeded = 6; // a query from a smaller story could not fill five places

export function relatedBars({ events }: Corpus, bars: Bars): void {
  bars.heading('Related articles');
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE VIRTUAL TABLE text USING fts5(title, body, content="", tokenize="unicode61 remove_diacritics 2")',
  );
  const insert = database.prepare('INSERT INTO text(rowid, title, body) VALUES (?, ?, ?)');
  events.forEach((article, index) => {
    insert.run(index + 1, article.title, article.text);
  });
  const ask = database.prepare('SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 3, 1) LIMIT 50');
  const sizes = Map.groupBy(events, ({ story }) => story);
  const queries = events.filter(({ story }) => (sizes.get(story)?.length ?? 0) >= storyNeeded);
  let right = 0;
  let first = 0;
  const began = process.threadCpuUsage();
  for (const article of queries) {
    const found = related(article, events, ask);
    right += found.filter((other) => other.story === article.story).length / shown;
    if (found[0]?.story === article.story) first += 1;
  }
  const used = process.threadCpuUsage(began);
  bars.add({
    name: 'C8 precision at 5 on the events',
    measured: right / queries.length,
    atLeast: 0.92,
    detail: `at 1: ${(first / queries.length).toFixed(3)}`,
  });
  bars.add({
    name: 'C8 milliseconds a query, index included',
    measured: (used.user + used.system) / 1000 / queries.length,
    atMost: 50,
  });
  database.close();
}

function related(
  article: LabelledArticle,
  all: readonly LabelledArticle[],
  ask: ReturnType<DatabaseSync['prepare']>,
): LabelledArticle[] {
  const query = relatedQueryWords(asArticle(article))
    .map((word) => `"${word}"`)
    .join(' OR ');
  const byId = new Map<string, LabelledArticle>();
  const found = ask.all(query).flatMap(({ rowid }) => {
    const other = all[Number(rowid) - 1];
    if (other === undefined) return [];
    byId.set(other.id, other);
    // Each its own publisher: the label set holds several articles of one site on one event, all of them right.
    return [{ article: { ...asArticle(other), publisher: other.id } }];
  });
  const ranked = rankRelated(asArticle(article), found, { now: asArticle(article).publishedAt, limit: shown });
  return ranked.flatMap(({ id }) => byId.get(String(id)) ?? []);
}
