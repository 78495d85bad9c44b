/** The figures of a sentence: sums, shares, counts with what is counted, dates and times, each as one value in any notation. */

import { type Bound, boundBefore, isPercent, isPoints, leadsToYear, linksRange } from './figure-signs.ts';
import {
  currencyOf,
  type FigureLanguage,
  monthOf,
  numberOfWord,
  scaleOf,
  valueOfDigits,
  zoneOf,
} from './figure-words.ts';
import type { Token } from './sentence-tokens.ts';

export interface Figure {
  readonly kind: 'money' | 'percent' | 'points' | 'count' | 'date' | 'month' | 'year' | 'time';
  /** The currency, or the stem of what is counted. */
  readonly unit: string;
  readonly value: number;
  /** The size of its last written place: "4.2 billion" is exact to a hundred million. */
  readonly step: number;
  readonly bound: Bound;
  /** Its tokens: from, and up to but without. */
  readonly from: number;
  readonly to: number;
}

interface Read {
  readonly value: number;
  readonly step: number;
  readonly to: number;
}

interface Place {
  readonly tokens: readonly Token[];
  readonly language: FigureLanguage;
  readonly at: number;
}

/** In order. Ordinals, versions, scores, ranges and figures that can be read in two ways are left out. */
export function figuresOf(tokens: readonly Token[], language: FigureLanguage): Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < tokens.length; ) {
    const place = { tokens, language, at };
    const figure = timeAt(place) ?? dateAt(place) ?? amountAt(place);
    if (figure !== undefined && !isInRange(tokens, figure)) found.push(figure);
    at = Math.max(at + 1, figure?.to ?? 0);
  }
  return found;
}

function touches(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start;
}

const opensRange: ReadonlySet<string> = new Set(['between', 'zwischen', 'entre']);

function isInRange(tokens: readonly Token[], { from, to }: Figure): boolean {
  const isNumber = (token: Token | undefined) => token?.kind === 'number';
  if (tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => opensRange.has(lower))) return true;
  if (isShareOf(tokens, from, to)) return true;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (linksRange(after) && (isNumber(tokens[to + 1]) || currencyOf(tokens[to + 1]?.text ?? '') !== undefined))
    return true;
  return linksRange(before) && isNumber(tokens[from - 2]);
}

const of: ReadonlySet<string> = new Set(['of', 'von', 'sur', 'out']);

/** "28 of his 68 punches": neither stands for itself. */
function isShareOf(tokens: readonly Token[], from: number, to: number): boolean {
  if (of.has(tokens[to]?.lower ?? '') && tokens.slice(to + 1, to + 4).some(({ kind }) => kind === 'number'))
    return true;
  const before = tokens.slice(Math.max(0, from - 3), from);
  const at = before.findIndex(({ lower }) => of.has(lower));
  return at >= 0 && tokens[Math.max(0, from - 3) + at - 1]?.kind === 'number';
}

/** Digits or a number word, with the scale behind it. */
function numberAt({ tokens, language, at }: Place): Read | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return undefined;
  const before = tokens[at - 1];
  // "A320", "Covid-19", "3-2", "1/3"
  if (touches(before, token) && (before?.kind === 'word' || /[-–/#]/.test(before?.text ?? ''))) return undefined;
  const isDigits = token.kind === 'number';
  let value = isDigits ? valueOfDigits(token.text, language) : numberOfWord(token.lower, language);
  if (value === undefined) return undefined;
  let step = isDigits ? stepOf(token.text, value, language) : 1;
  let to = at + 1;
  for (
    let scale = scaleAfter({ tokens, language, at: to });
    scale !== undefined;
    scale = scaleAfter({ tokens, language, at: to })
  ) {
    value *= scale;
    step *= scale;
    to += 1;
    if (
      /^(?:mrd|mio|tsd|mill)$/.test(tokens[to - 1]?.lower ?? '') &&
      touches(tokens[to - 1], tokens[to]) &&
      tokens[to]?.text === '.'
    )
      to += 1;
  }
  const after = tokens[to];
  if (touches(tokens[to - 1], after) && /[-–/]/.test(after?.text ?? '')) return undefined;
  return { value, step, to };
}

function scaleAfter({ tokens, language, at }: Place): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const scale = scaleOf(token.lower, language);
  // One letter is a scale only where it hangs on the digits: "4m", not "4 m".
  if (scale !== undefined && token.text.length === 1 && !touches(tokens[at - 1], token)) return undefined;
  return scale;
}

function stepOf(digits: string, value: number, language: FigureLanguage): number {
  const [, fraction] = /[.,](\d+)$/.exec(digits) ?? [];
  if (fraction !== undefined && !Number.isInteger(value)) return 10 ** -fraction.length;
  const isGrouped = Number.isInteger(value) && value >= 1000 && fraction?.length === 3;
  if (fraction !== undefined && !isGrouped && valueOfDigits(digits, language) !== undefined)
    return 10 ** -fraction.length;
  let step = 1;
  while (value >= 100 && value % (step * 10) === 0) step *= 10;
  return step;
}

function amountAt(place: Place): Figure | undefined {
  const { tokens, language, at } = place;
  const sign = currencyOf(tokens[at]?.lower ?? '');
  const first = sign === undefined ? at : at + 1;
  const read = numberAt({ ...place, at: first });
  if (read === undefined) return undefined;
  const { value, step, to } = read;
  const bound = boundBefore(tokens, at);
  const make = (kind: Figure['kind'], unit: string, end: number): Figure => ({
    ...{ kind, unit, value, step, bound, from: at, to: end },
  });
  if (sign !== undefined) return make('money', sign, to);
  const past = skipOf(tokens, to);
  const currency = currencyOf(tokens[past]?.lower.replace(/^d'/, '') ?? '');
  if (currency !== undefined) return make('money', currency, past + 1);
  const points = isPoints(tokens, to);
  if (points > 0) return make('points', 'points', to + points);
  const percent = isPercent(tokens, to);
  if (percent > 0) return make('percent', '%', to + percent);
  if (isYear(tokens[first], value)) return yearAt(place, value);
  const unit = tokens[past];
  if (unit?.kind !== 'word' || unit.stem === '' || isNamed(tokens, at)) return undefined;
  if (monthOf(unit.lower, language) !== undefined) return undefined;
  return make('count', unit.stem, past + 1);
}

/** "Boeing 737 jets", "Route 66 cafes": the figure belongs to the name. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.kind === 'number' && before?.kind === 'word' && before.isCapital && at > 1;
}

/** "millions de", "millones de" */
function skipOf(tokens: readonly Token[], at: number): number {
  return tokens[at]?.lower === 'de' ? at + 1 : at;
}

function isYear(token: Token | undefined, value: number): boolean {
  return token?.kind === 'number' && /^\d{4}$/.test(token.text) && value >= 1900 && value <= 2100;
}

function yearAt({ tokens, at }: Place, value: number): Figure | undefined {
  if (!leadsToYear(tokens[at - 1])) return undefined;
  return { kind: 'year', unit: '', value, step: 1, bound: 'exact', from: at, to: at + 1 };
}

function dateAt({ tokens, language, at }: Place): Figure | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return undefined;
  const make = (kind: 'date' | 'month', value: number, to: number): Figure => ({
    ...{ kind, unit: '', value, step: 1, bound: 'exact', from: at, to },
  });
  const own = monthIn(token, language);
  if (own !== undefined) {
    const day = dayIn(tokens[at + 1]);
    return day === undefined ? make('month', own, at + 1) : make('date', own * 100 + day, at + 2);
  }
  const day = dayIn(token);
  if (day === undefined) return undefined;
  for (const skip of [1, 2]) {
    const between = tokens[at + 1];
    if (
      skip === 2 &&
      !(between?.text === '.' || ['de', 'er', 'of', 'th', 'st', 'nd', 'rd'].includes(between?.lower ?? ''))
    )
      break;
    const month = monthIn(tokens[at + skip], language);
    if (month !== undefined) return make('date', month * 100 + day, at + skip + 1);
  }
  return undefined;
}

/** A capital tells the month from the verb: "May", "March". */
function monthIn(token: Token | undefined, language: FigureLanguage): number | undefined {
  if (token?.kind !== 'word') return undefined;
  return language === 'en' && !token.isCapital ? undefined : monthOf(token.lower, language);
}

function dayIn(token: Token | undefined): number | undefined {
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.text)) return undefined;
  const day = Number(token.text);
  return day >= 1 && day <= 31 ? day : undefined;
}

const dayMinutes = 24 * 60;

/** "8:30 am", "20.30 Uhr", "8h30", "14:00 GMT": minutes of the day, those of Greenwich where the zone is told. */
function timeAt({ tokens, at }: Place): Figure | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  const [, hour = '', minute] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(token.text) ?? [];
  if (hour === '' || Number(hour) > 24 || Number(minute ?? 0) > 59) return undefined;
  let to = at + 1;
  const half = /^(am|pm|a\.m|p\.m)$/.exec(tokens[to]?.lower ?? '')?.[1];
  const isClock = ['uhr', 'h', "o'clock"].includes(tokens[to]?.lower ?? '');
  if (half === undefined && !isClock && !token.text.includes(':')) return undefined;
  if (half !== undefined || isClock) to += 1;
  const after =
    isClock && minute === undefined && /^\d{2}$/.test(tokens[to]?.text ?? '') ? Number(tokens[to++]?.text) : 0;
  if (half?.includes('.') && tokens[to]?.text === '.') to += 1;
  const zone = zoneOf(tokens[to]?.lower ?? '');
  // A zone that is not known for certain could be any.
  if (zone === undefined && isSomeZone(tokens[to])) return undefined;
  if (zone !== undefined) to += 1;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0);
  const local = hours * 60 + Number(minute ?? 0) + after;
  const value = (local - (zone ?? 0) + dayMinutes) % dayMinutes;
  return { kind: 'time', unit: zone === undefined ? 'local' : 'zoned', value, step: 1, bound: 'exact', from: at, to };
}

function isSomeZone(token: Token | undefined): boolean {
  return /^\p{Lu}{2,5}$/u.test(token?.text ?? '') || ['eastern', 'pacific', 'central'].includes(token?.lower ?? '');
}
