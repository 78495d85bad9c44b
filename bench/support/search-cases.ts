/** The kinds of search that are measured: words of all frequencies by their rank, each turn another word, so that not one page of the index is all that is read. */
import { feedToken } from '../../src/core/store/search/search-index.ts';
import { runningWord } from './seeded-random.ts';

export interface SearchCase {
  readonly name: string;
  readonly query: (turn: number) => string;
  /** The same for the bare statement. */
  readonly match: (turn: number) => string;
  /** Of the bare statement: only ids from this moment on. */
  readonly from?: Date;
}

const columns = '{title author body}';
const one = (rank: (turn: number) => number, name: string): SearchCase => ({
  name,
  query: (turn) => `${runningWord(rank(turn))} `,
  match: (turn) => `${columns} : "${runningWord(rank(turn))}"`,
});

/** `feeds`: the quietest is the last. */
export const searchCases = (feeds: number): readonly SearchCase[] => [
  one((turn) => turn % 2, 'word in nearly all'),
  one((turn) => 20 + turn, 'frequent word'),
  one((turn) => 300 + 7 * turn, 'common word'),
  one((turn) => 5_000 + 91 * turn, 'rare word'),
  {
    name: 'two words',
    query: (turn) => `${runningWord(30 + turn)} ${runningWord(300 + turn)} `,
    match: (turn) => `${columns} : ("${runningWord(30 + turn)}" AND "${runningWord(300 + turn)}")`,
  },
  {
    name: 'phrase',
    query: (turn) => `"${runningWord(3)} ${runningWord(5 + turn)}"`,
    match: (turn) => `${columns} : "${runningWord(3)} ${runningWord(5 + turn)}"`,
  },
  {
    name: 'prefix of 2 letters',
    query: (turn) => `${runningWord(turn).slice(0, 2)}*`,
    match: (turn) => `${columns} : "${runningWord(turn).slice(0, 2)}" *`,
  },
  {
    name: 'frequent word with a date',
    query: (turn) => `${runningWord(20 + turn)} after:2025-06`,
    match: (turn) => `${columns} : "${runningWord(20 + turn)}"`,
    from: new Date(2025, 5, 1),
  },
  {
    name: 'common word in a small feed',
    query: (turn) => `${runningWord(300 + turn)} source:"Feed ${feeds - 1}"`,
    match: (turn) => `(${columns} : "${runningWord(300 + turn)}") AND (feed : "${feedToken(feeds)}")`,
  },
];

export const hardQueries = [
  ['only -word', `-${runningWord(30)}`],
  ['frequent word, starred', `${runningWord(30)} is:starred`],
  ['word or starred', `${runningWord(300)} OR is:starred`],
  ['nothing of a language', `${runningWord(0)} lang:xx`],
  ['32 words', Array.from({ length: 32 }, (_, rank) => runningWord(rank)).join(' ')],
  ['10,000 letters', 'nonsense '.repeat(1_100)],
] as const;
