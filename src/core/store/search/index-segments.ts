/**
 * Each transaction leaves a segment of the full-text index, and SQLite merges four of a size into a larger one as it goes:
 * over thousands of articles that writes every word four or five times, a third of what the writer does. While many feeds
 * come in segments gather instead, and are merged afterwards in small steps to the few that a search likes best. Of 350
 * segments a word is found in 1 to 2 ms, of few in less than 0.1.
 */
import { mergeIndex } from '../archive/compact.ts';
import type { WritableDb } from '../handles.ts';

// SQLite's own numbers
const usualMerge = 4;
const usualMergeAtOnce = 16;
const never = 0;
// A round of so many feeds leaves some 500 segments; of more they are merged on the way, though more of them at a time.
const feedsWithoutMerge = 1_500;
const mergeOnTheWay = 32;
// So many of one size are merged in one go, which holds the writer for as long as it takes.
const mergeAtOnce = 1_000;
// To look into 350 segments takes some 30 ms by itself, at every step: with 200 pages, as elsewhere, the whole took half as
// much again.
const pagesAStep = 400;

/** Before a round of many feeds. */
export function gatherSegments(db: WritableDb, feeds: number): void {
  setIndexOption(db, 'automerge', feeds > feedsWithoutMerge ? mergeOnTheWay : never);
  setIndexOption(db, 'crisismerge', mergeAtOnce);
}

/** One step of merging, some 50 ms where there are hundreds; true while there is more to do. */
export function mergeSegments(db: WritableDb): boolean {
  setIndexOption(db, 'automerge', usualMerge);
  const isMore = mergeIndex(db, 'a little', pagesAStep);
  if (!isMore) setIndexOption(db, 'crisismerge', usualMergeAtOnce);
  return isMore;
}

function setIndexOption(db: WritableDb, name: string, value: number): void {
  const is = db.get<{ v: number }>('SELECT v FROM article_index_config WHERE k = :name', { name })?.v;
  // a JavaScript number goes over as a fraction, which the index refuses
  if (is !== value)
    db.run('INSERT INTO article_index (article_index, rank) VALUES (:name, :value)', { name, value: BigInt(value) });
}
