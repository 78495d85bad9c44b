/** The small words around a figure: about, over, at most; percent and points; what leads to a year or links a range. */
import type { Token } from './sentence-tokens.ts';

export type Bound = 'exact' | 'about' | 'over' | 'under';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const about = set(
  `about around roughly some nearly almost approximately circa almost estimated fast rund etwa ungefähr knapp
  environ près quelque presque cerca unos unas casi aproximadamente alrededor`.replace(/\s+/g, ' '),
);
const over = set('over least exceeding über mindestens plus moins más menos superado');
const under = set('under fewer less below maximum most unter höchstens');

/** From the two words before it: "about", "more than", "at least", "up to". */
export function boundBefore(tokens: readonly Token[], at: number): Bound {
  const [first, second] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  const pair = `${second} ${first}`;
  if (/^(more than|mehr als|plus de|más de|au moins|al menos|por lo|at least|not less)$/.test(pair)) return 'over';
  if (/^(less than|fewer than|weniger als|moins de|menos de|up to|bis zu|jusqu'à|at most|hasta los)$/.test(pair))
    return 'under';
  if (about.has(first) || (about.has(second) && ['of', 'de'].includes(first))) return 'about';
  if (over.has(first)) return 'over';
  return under.has(first) ? 'under' : 'exact';
}

/** "at least 20 people": these belong to the figure and are no words of its frame. */
export function isBoundWord({ lower }: Token): boolean {
  return about.has(lower) || ['least', 'most', 'more', 'less', 'fewer', 'over', 'under', 'mindestens'].includes(lower);
}

/** How many tokens say "per cent" here; 0 for none. */
export function isPercent(tokens: readonly Token[], at: number): number {
  const [first, second] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (['%', 'percent', 'prozent', 'pct'].includes(first)) return 1;
  return ['per cent', 'pour cent', 'por ciento'].includes(`${first} ${second}`) ? 2 : 0;
}

/** How many tokens say "percentage points" here; 0 for none. */
export function isPoints(tokens: readonly Token[], at: number): number {
  const words = tokens.slice(at, at + 4).map(({ lower }) => lower);
  if (words[0] === 'prozentpunkte' || words[0] === 'prozentpunkten' || words[0] === 'prozentpunkt') return 1;
  if (words[0] === 'percentage' && words[1]?.startsWith('point')) return 2;
  if (/^puntos? porcentual/.test(`${words[0]} ${words[1]}`)) return 2;
  if (/^points? de pourcentage/.test(words.slice(0, 3).join(' '))) return 3;
  if (['%', 'percent', '-'].includes(words[0] ?? '') && words[1]?.startsWith('point')) return 2;
  return words[0] === 'per' && words[2]?.startsWith('point') ? 3 : 0;
}

const yearLeads = set('in by until since before from after bis seit ab jahr en avant depuis hasta desde antes');

export function leadsToYear(token: Token | undefined): boolean {
  return token !== undefined && yearLeads.has(token.lower);
}

const rangeLinks = set('to - – — / bis à a or oder ou o');

export function linksRange(token: Token | undefined): boolean {
  return token !== undefined && rangeLinks.has(token.lower);
}

const half = 0.5;
const aboutShare = 0.1;

interface Told {
  readonly value: number;
  readonly step: number;
  readonly bound: Bound;
}

/** True when both can be right: one rounded, one "about", one "over". */
export function canBothBeTrue(a: Told, b: Told): boolean {
  const gap = Math.abs(a.value - b.value);
  // Of "4 billion" and "4.2 billion" one is rounded; 23 and 25 are both exact.
  const rounding = a.step === b.step ? 0 : Math.max(a.step, b.step) * half;
  if (gap <= rounding + 1e-9 * Math.max(1, a.value)) return true;
  if ([a, b].some(({ bound }) => bound === 'about') && gap <= aboutShare * Math.max(a.value, b.value)) return true;
  if (a.bound === b.bound) return false;
  const [less, more] = a.value < b.value ? [a, b] : [b, a];
  return less.bound === 'over' || more.bound === 'under';
}
