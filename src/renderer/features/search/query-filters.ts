/** What a query narrows by already, read from its chips: for the filters under the field and for the histogram. */
import { fullDate, startOfDay } from '../../lib/times.ts';
import type { QueryPart } from './query-parts.ts';

const dateOperators: ReadonlySet<string> = new Set(['after', 'before', 'on', 'last', 'date']);

/** Operators that a click can add, so that a click can take them away. */
const filterOperators = ['source', 'section', 'author', 'is', 'lang', 'folder', 'tag', 'has', 'date', 'story'] as const;
export type FilterOperator = (typeof filterOperators)[number];

function narrowing(parts: readonly QueryPart[]): readonly QueryPart[] {
  return parts.filter(({ isNegated, operator, kind }) => operator !== undefined && !isNegated && kind !== 'ignored');
}

/** The values that the query narrows to by this operator, as they are written. */
export function valuesOf(parts: readonly QueryPart[], operator: string): readonly string[] {
  return narrowing(parts)
    .filter((part) => part.operator === operator)
    .flatMap(({ values, text }) => values ?? [text.slice(text.indexOf(':') + 1)]);
}

export function hasValue(parts: readonly QueryPart[], operator: string, value: string): boolean {
  return valuesOf(parts, operator).some((known) => known.toLowerCase() === value.toLowerCase());
}

export function hasDate(parts: readonly QueryPart[]): boolean {
  return narrowing(parts).some(({ operator }) => operator !== undefined && dateOperators.has(operator));
}

/** Which filters 'Clear filters' takes away. */
export function usedFilters(parts: readonly QueryPart[]): readonly FilterOperator[] {
  const used = new Set(narrowing(parts).map(({ operator }) => operator));
  return filterOperators.filter((name) => (name === 'date' ? hasDate(parts) : used.has(name)));
}

export interface Stretch {
  /** Epoch milliseconds, included. */
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

const always: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const dayMs = 86_400_000;
const units: Readonly<Record<string, number>> = {
  h: dayMs / 24,
  d: dayMs,
  w: 7 * dayMs,
  m: 30 * dayMs,
  y: 365 * dayMs,
};
const unitNames: Readonly<Record<string, string>> = { h: 'hours', d: 'days', w: 'weeks', m: 'months', y: 'years' };

/** The stretch of time that the date chips leave, for drawing it; the core decides what is found. */
export function stretchOf(parts: readonly QueryPart[], now: number): Stretch {
  let { from, to } = always;
  for (const { operator, values } of narrowing(parts)) {
    if (operator === undefined || !dateOperators.has(operator)) continue;
    const next = oneStretch(operator, values?.[0] ?? '', now);
    from = Math.max(from, next.from);
    to = Math.min(to, next.to);
  }
  return { from, to };
}

function oneStretch(operator: string, value: string, now: number): Stretch {
  if (operator === 'last') {
    const [, count = '0', unit = ''] = /^(\d+)([hdwmy])$/.exec(value) ?? [];
    return { ...always, from: now - Number(count) * (units[unit] ?? 0) };
  }
  const [first = '', last = first] = value.split('..');
  const start = periodOf(first, now);
  const end = periodOf(last, now);
  if (operator === 'after') return { ...always, from: start.from };
  if (operator === 'before') return { ...always, to: start.from };
  return { from: start.from, to: end.to };
}

/** A day, month or year as it is written; all time for what is no date. */
function periodOf(value: string, now: number): Stretch {
  const today = startOfDay(now);
  if (value === 'today') return { from: today, to: today + dayMs };
  if (value === 'yesterday') return { from: startOfDay(today - dayMs / 2), to: today };
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value);
  if (!match) return always;
  const [year, month, day] = match.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (year === undefined) return always;
  const at = (y: number, m: number, d: number) => new Date(y, m, d).getTime();
  if (month === undefined) return { from: at(year, 0, 1), to: at(year + 1, 0, 1) };
  if (day === undefined) return { from: at(year, month - 1, 1), to: at(year, month, 1) };
  return { from: at(year, month - 1, day), to: at(year, month - 1, day + 1) };
}

/** 'Last 7 days', 'Since 1 Dec 2025', '1 Dec 2025 – 3 Jan 2026'; 'Any time' without one. */
export function dateWords(parts: readonly QueryPart[], now: number): string {
  const last = valuesOf(parts, 'last')[0];
  const [, count = '', unit = ''] = /^(\d+)([hdwmy])$/.exec(last ?? '') ?? [];
  if (count !== '') {
    const name = unitNames[unit] ?? '';
    return count === '1' ? `Last ${name.slice(0, -1)}` : `Last ${count} ${name}`;
  }
  const { from, to } = stretchOf(parts, now);
  const first = Number.isFinite(from) ? fullDate(from) : null;
  const end = Number.isFinite(to) ? fullDate(to - 1) : null;
  if (first !== null && end !== null) return first === end ? first : `${first} – ${end}`;
  if (first !== null) return `Since ${first}`;
  return end === null ? 'Any time' : `Until ${end}`;
}
