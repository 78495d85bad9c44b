/** Numbers and words that are the same in every run. */

/** 0 up to 1, from a 32-bit state (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables =
  'ba be bi bo bu da de di do du fa fe fi ga ge gi go ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi za ze'.split(
    ' ',
  );

/** The word of a rank: pronounceable, its own for each rank. */
export function wordOfRank(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
}

const endings = ['', 'n', 's', 'nt'];

/** As wordOfRank, with the length that words of running text have: 5 letters on average, and a space. */
export const runningWord = (rank: number): string => wordOfRank(rank) + (endings[rank % endings.length] ?? '');

/**
 * Running text: 350 words of it have 194 different ones, as articles of news have (6.2 bytes a word and 194 of 364 words
 * in 209 real ones), since an article comes back to its own words.
 */
export function runningText(random: () => number, word: () => string): (words: number) => string {
  return (words) => {
    const text: string[] = [];
    for (let n = 0; n < words; n += 1)
      text.push((n > 10 && random() < 0.3 ? text[Math.floor(random() * n)] : undefined) ?? word());
    return text.join(' ');
  };
}

/** Words by Zipf's law over `size` ranks: the n-th is about 1/n as frequent as the first. */
export function zipfWords(random: () => number, size: number, wordOf = wordOfRank): () => string {
  const words = Array.from({ length: size }, (_, rank) => wordOf(rank));
  const total = Math.log(size);
  return () => words[Math.min(size - 1, Math.floor(Math.exp(random() * total)) - 1)] ?? 'ba';
}
