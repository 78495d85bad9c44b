/**
 * Words of the index that differ little from a given one, for a query with a slip in it. The index has millions of words
 * and no look at all of them is made: what is one slip away is looked up word by word, what is two away among those that
 * begin alike, and both end with the budget.
 */
import type { Budget } from '../../lib/budget.ts';
import type { ReadableDb } from '../handles.ts';

// Of three letters nearly every word is a slip away from another.
const fewestLetters = 4;
const longestWord = 24;
const alikeLetters = 3;
const lookUpsALook = 16;
const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ',
  'αβγδεζηθικλμνξοπρστυφχψως',
].map((letters) => [...letters]);

export interface NearWord {
  readonly word: string;
  /** In so many articles, counted up to `most`. */
  readonly articles: number;
}

/** In how many articles a word stands in headline, author or text: counted up to `most`. A few microseconds where none has it. */
export function articlesWith(db: ReadableDb, word: string, most: number, isPrefix = false): number {
  const match = `{title author body} : "${word}"${isPrefix ? ' *' : ''}`;
  const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM article_index WHERE article_index MATCH :match LIMIT :most)';
  return db.get<{ n: number }>(sql, { match, most })?.n ?? 0;
}

/** The most frequent first. `word`: folded, letters and digits alone. */
export function nearWords(db: ReadableDb, word: string, most: number, budget: Budget): NearWord[] {
  if ([...word].length < fewestLetters || word.length > longestWord) return [];
  const oneAway = known(db, oneSlipAway(word), most, budget);
  return oneAway.length > 0 ? oneAway : known(db, beginningAlike(db, word, budget), most, budget);
}

function known(db: ReadableDb, words: Iterable<string>, most: number, budget: Budget): NearWord[] {
  const found: NearWord[] = [];
  let looked = 0;
  for (const word of words) {
    looked += 1;
    if (looked % lookUpsALook === 0 && budget.isSpent) break;
    const articles = articlesWith(db, word, most);
    if (articles > 0) found.push({ word, articles });
  }
  return found.sort((a, b) => b.articles - a.articles);
}

/** A letter left out, two changed about, one put for another, one put in. The likeliest slips come first: time may end. */
export function oneSlipAway(word: string): ReadonlySet<string> {
  const letters = [...word];
  const alphabet = alphabets.find((one) => letters.some((letter) => one.includes(letter))) ?? [];
  const with_ = (at: number, taken: number, put: readonly string[]): string =>
    letters.toSpliced(at, taken, ...put).join('');
  const slips = new Set<string>();
  for (let at = 0; at < letters.length; at += 1) slips.add(with_(at, 1, []));
  for (let at = 0; at < letters.length - 1; at += 1)
    slips.add(with_(at, 2, [letters[at + 1] ?? '', letters[at] ?? '']));
  for (let at = 1; at <= letters.length; at += 1) for (const letter of alphabet) slips.add(with_(at, 0, [letter]));
  for (let at = 0; at < letters.length; at += 1) for (const letter of alphabet) slips.add(with_(at, 1, [letter]));
  for (const letter of alphabet) slips.add(with_(0, 0, [letter]));
  slips.delete(word);
  return slips;
}

/** Walks from word to word: the articles of a frequent one are not gone through. */
function* beginningAlike(db: ReadableDb, word: string, budget: Budget): Generator<string> {
  db.temporaryTable(
    'index_word',
    "CREATE VIRTUAL TABLE temp.index_word USING fts5vocab('main', 'article_index', 'instance')",
  );
  const beginning = [...word].slice(0, alikeLetters).join('');
  const end = `${beginning}\u{10ffff}`;
  let from = beginning;
  while (!budget.isSpent) {
    const term = db.column<string>('SELECT term FROM temp.index_word WHERE term >= :from AND term < :end LIMIT 1', {
      from,
      end,
    })[0];
    if (term === undefined) return;
    if (Math.abs(term.length - word.length) <= 2 && slipsBetween(word, term) === 2) yield term;
    // no word has this letter: the next one is the first after it
    from = `${term}\u0001`;
  }
}

/** Slips that make one word of the other, two letters changed about being one; 3 stands for all above 2. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = b.map((_, at) => at).concat(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(3, last[b.length] ?? 3);
}
