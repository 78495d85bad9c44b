/** Values of operators: which are known, how they are spelt, and what to say of those that mean nothing. */
import type { EpochMs } from '../lib/clock.ts';
import { stretchOf } from './query-dates.ts';
import { type DateOperator, dateOperators, type FilterOperator, filterOperators } from './query-tree.ts';
import { hasWord } from './query-words.ts';

export const states = ['unread', 'read', 'starred', 'later', 'edited', 'hidden'] as const;
export const possessions = ['image', 'audio', 'fulltext'] as const;

const aliases: Readonly<Record<string, string>> = { feed: 'source', picture: 'image' };

export type Operator =
  | { readonly kind: 'text'; readonly name: 'title' | 'author' }
  | { readonly kind: 'filter'; readonly name: FilterOperator }
  | { readonly kind: 'date'; readonly name: DateOperator };

/** The operator of this name, in any case; undefined when there is none. */
export function operatorNamed(written: string): Operator | undefined {
  const lower = written.toLowerCase();
  const name = lower === 'feed' ? 'source' : lower;
  if (name === 'title' || name === 'author') return { kind: 'text', name };
  const filter = filterOperators.find((operator) => operator === name);
  if (filter !== undefined) return { kind: 'filter', name: filter };
  const date = dateOperators.find((operator) => operator === name);
  return date === undefined ? undefined : { kind: 'date', name: date };
}

/** The value as it is kept, or in a sentence why it is ignored. */
export function checkValue(operator: FilterOperator, value: string): { readonly value: string } | string {
  const lower = value.toLowerCase();
  switch (operator) {
    case 'is':
      return oneOf(states, lower, 'is:');
    case 'has':
      return oneOf(possessions, aliases[lower] ?? lower, 'has:');
    case 'lang':
      return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(lower)
        ? { value: lower }
        : 'Write a language as its code, such as lang:en or lang:de.';
    case 'story':
      return /^\d{1,15}$/.test(value) ? { value: String(Number(value)) } : 'A story is named by its number.';
    case 'site':
      return siteOf(lower);
    default:
      return hasWord(value) ? { value } : 'There is no letter in this value.';
  }
}

function oneOf(known: readonly string[], value: string, operator: string): { readonly value: string } | string {
  if (known.includes(value)) return { value };
  return `After ${operator} write ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
}

function siteOf(lower: string): { readonly value: string } | string {
  const host = lower
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*/s, '');
  return /^[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(host)
    ? { value: host }
    : 'Write a site as its host, such as site:example.org.';
}

/** Why the date is ignored; undefined when it means something. */
export function dateTrouble(operator: DateOperator, value: string, now: EpochMs): string | undefined {
  const stretch = stretchOf(operator, value, now);
  return typeof stretch === 'string' ? stretch : undefined;
}
