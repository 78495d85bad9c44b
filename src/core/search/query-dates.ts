/** Dates of the query language as stretches of time, in the reader's own time zone. A date that does not exist is none. */
import type { EpochMs } from '../lib/clock.ts';
import type { DateOperator } from './query-tree.ts';

/** `from` is included, `to` is not; an absent end is open. */
export interface Stretch {
  readonly from?: EpochMs;
  readonly to?: EpochMs;
}

const dayMs = 86_400_000;
const unitMs: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: dayMs,
  w: 7 * dayMs,
  m: 30 * dayMs,
  y: 365 * dayMs,
};
const oldestYear = 1900;
const newestYear = 2200;

/** The stretch that an operator with its value means, or in a sentence why it means none. */
export function stretchOf(operator: DateOperator, value: string, now: EpochMs): Stretch | string {
  if (operator === 'last') return lastStretch(value, now);
  if (operator === 'date' && value.includes('..')) return rangeOf(value, now);
  const period = periodOf(value, now);
  if (typeof period === 'string') return period;
  if (operator === 'after') return { from: period.from };
  if (operator === 'before') return { to: period.from };
  return period;
}

function lastStretch(value: string, now: EpochMs): Stretch | string {
  const match = /^(\d{1,5})([hdwmy])$/i.exec(value);
  const unit = unitMs[match?.[2]?.toLowerCase() ?? ''];
  const count = Number(match?.[1]);
  if (unit === undefined || count === 0) return 'Say how long, such as last:12h, last:7d, last:3w, last:6m or last:1y.';
  return { from: now - count * unit };
}

function rangeOf(value: string, now: EpochMs): Stretch | string {
  const [first = '', last = '', more] = value.split('..');
  if (more !== undefined || (first === '' && last === ''))
    return 'A range has two dates, such as date:2025-01..2025-03.';
  const start: Stretch | string = first === '' ? {} : periodOf(first, now);
  const end: Stretch | string = last === '' ? {} : periodOf(last, now);
  if (typeof start === 'string') return start;
  if (typeof end === 'string') return end;
  const stretch: Stretch = {
    ...(start.from !== undefined && { from: start.from }),
    ...(end.to !== undefined && { to: end.to }),
  };
  if (stretch.from !== undefined && stretch.to !== undefined && stretch.from >= stretch.to)
    return 'The range ends before it begins.';
  return stretch;
}

/** A day, a month or a year. */
function periodOf(value: string, now: EpochMs): { readonly from: EpochMs; readonly to: EpochMs } | string {
  const today = new Date(now);
  const midnight = (days: number): EpochMs =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime();
  if (value.toLowerCase() === 'today') return { from: midnight(0), to: midnight(1) };
  if (value.toLowerCase() === 'yesterday') return { from: midnight(-1), to: midnight(0) };
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value);
  if (match === null) return 'Write a date as 2026, 2026-11 or 2026-11-24.';
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (year < oldestYear || year > newestYear) return `Years go from ${oldestYear} to ${newestYear}.`;
  if (month === undefined) return { from: at(year, 0, 1), to: at(year + 1, 0, 1) };
  if (month < 1 || month > 12) return `There is no month ${month}.`;
  if (day === undefined) return { from: at(year, month - 1, 1), to: at(year, month, 1) };
  if (day < 1 || day > new Date(year, month, 0).getDate()) return 'This day does not exist.';
  return { from: at(year, month - 1, day), to: at(year, month - 1, day + 1) };
}

function at(year: number, month: number, day: number): EpochMs {
  return new Date(year, month, day).getTime();
}
