/**
 * One ranking for all that the palette offers, whatever its kind. How well the name answers what was typed comes first, then
 * what was chosen often, then the kind, then the shorter name. What only resembles the letters stands back where anything begins with them.
 */

export interface Offer {
  /** Stays the same from start to start: it is counted by. */
  readonly id: string;
  readonly title: string;
  /** Other words that somebody may look for it by, apart by spaces. */
  readonly alias?: string;
  /** Among equals the higher comes first. */
  readonly weight: number;
}

/** How often each was chosen, by id. */
export type Uses = Readonly<Record<string, number>>;

/** From the best on; each step is worth more than all that decides among equals. */
const tiers = { whole: 7, start: 6, word: 5, words: 4, alias: 4, inside: 3, typo: 2, apart: 1, none: 0 } as const;

/** Weights are below 1, and so is this. */
const mostForUse = 0.6;
/** Letters inside a word or apart, and one that is wrong, say something only from so many on. */
const leastInside = 3;
const leastWithTypo = 4;

/** The best first; nothing typed leaves all of them, by use and weight. */
export function rankOffers<Kind extends Offer>(
  offers: readonly Kind[],
  typed: string,
  uses: Uses = {},
): readonly Kind[] {
  const sought = wordsOf(typed);
  const ranked = offers
    .map((offer) => ({ offer, tier: tierOf(offer, sought), extra: offer.weight + forUse(uses[offer.id]) }))
    .filter(({ tier }) => tier > tiers.none);
  // Nothing typed: in their own order.
  const lengthOf = ({ title }: Offer) => (sought.length === 0 ? 0 : title.length);
  const best = Math.max(0, ...ranked.map(({ tier }) => tier));
  const least = best >= tiers.alias ? tiers.inside : best;
  return ranked
    .filter(({ tier }) => tier >= least)
    .sort(
      (one, other) => other.tier - one.tier || other.extra - one.extra || lengthOf(one.offer) - lengthOf(other.offer),
    )
    .map(({ offer }) => offer);
}

/** Nearer to the most with each use, and never beyond it. */
function forUse(times = 0): number {
  return mostForUse * (1 - 1 / (1 + times));
}

function tierOf({ title, alias = '' }: Offer, sought: readonly string[]): number {
  if (sought.length === 0) return tiers.whole;
  const name = wordsOf(title);
  const typed = sought.join(' ');
  const whole = name.join(' ');
  if (whole === typed) return tiers.whole;
  if (whole.startsWith(typed)) return tiers.start;
  if (` ${whole}`.includes(` ${typed}`)) return tiers.word;
  const others = wordsOf(alias);
  const begins = (word: string) => (candidate: string) => candidate.startsWith(word);
  if (sought.every((word) => name.some(begins(word)))) return tiers.words;
  if (sought.every((word) => name.some(begins(word)) || others.some(begins(word)))) return tiers.alias;
  return likeness([...name, ...others], { typed, sought, whole });
}

interface Sought {
  readonly typed: string;
  readonly sought: readonly string[];
  readonly whole: string;
}

function likeness(words: readonly string[], { typed, sought, whole }: Sought): number {
  if (typed.length >= leastInside && whole.includes(typed)) return tiers.inside;
  const isLike = (word: string) => words.some((candidate) => beginsWithTypo(candidate, word));
  if (sought.every((word) => isLike(word))) return tiers.typo;
  return typed.length >= leastInside && holdsInOrder(whole, typed) ? tiers.apart : tiers.none;
}

/** Whatever the accents, capitals and marks: 'zur' finds 'Zürich'. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** One letter wrong, missing, too many, or two that changed places: the word, or as much of its beginning as was typed. */
function beginsWithTypo(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  // Hardly anybody gets the first letter wrong, and words that differ in it are others: 'night' is not 'light'.
  if (typed.length < leastWithTypo || word[0] !== typed[0]) return false;
  const lengths = [typed.length - 1, typed.length, typed.length + 1];
  return lengths.some((length) => length <= word.length && isOneEditApart(word.slice(0, length), typed));
}

function isOneEditApart(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

function holdsInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters.replaceAll(' ', '')) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
