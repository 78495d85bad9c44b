/** Plain words as an FTS5 expression: each word must occur, the last one may go on. */
import { segmentText } from './segment-text.ts';

export interface WordMatch {
  /** Empty when nothing can be searched for. */
  readonly match: string;
  readonly ignored: { text: string; at: number; why: string }[];
}

// A word is what the index's tokenizer takes for one: letters and digits of any script, with their marks.
const word = /[\p{L}\p{N}\p{M}\u200B]+/gu;
const mostWords = 32;

export function wordsToMatch(query: string): WordMatch {
  const found = [...segmentText(query).matchAll(word)];
  const used = found.slice(0, mostWords);
  const ignored = found
    .slice(mostWords)
    .map((match) => ({ text: match[0], at: match.index, why: `Only the first ${mostWords} words are searched for.` }));
  const typing = /[\p{L}\p{N}\p{M}]$/u.test(query);
  const parts = used.map((match, at) => {
    const isLast = at === used.length - 1;
    // quoted, so that AND, OR, NEAR and column names are words like any other
    const quoted = `"${match[0].replaceAll('\u200B', ' ').trim()}"`;
    return isLast && typing && [...match[0]].length >= 2 ? `${quoted} *` : quoted;
  });
  return { match: parts.join(' AND '), ignored };
}
