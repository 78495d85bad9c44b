/** Adds a narrowing to a query or takes it away, as a click on a facet does. What the person typed otherwise stays as it means. */
import type { EpochMs } from '../lib/clock.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { group, type QueryNode } from './query-tree.ts';
import { checkValue, dateTrouble, operatorNamed } from './query-values.ts';
import { foldText } from './query-words.ts';

export interface QueryEdit {
  readonly operator: string;
  /** null: every narrowing by this operator goes. */
  readonly value: string | null;
  readonly on: boolean;
}

export function editQuery(query: string, edit: QueryEdit, now: EpochMs): string {
  const { tree } = parseQuery(query, now);
  const parts = tree === undefined ? [] : tree.kind === 'and' ? [...tree.parts] : [tree];
  const { value } = edit;
  const edited = value === null || isDate(edit.operator) ? parts.filter((part) => !isOf(part, edit.operator)) : parts;
  if (value !== null) {
    if (edit.on) addTo(edited, edit.operator, value, now);
    else takeFrom(edited, edit.operator, value);
  }
  return printQuery(group('and', edited));
}

/** The narrowings of a query by operator, as they are written: facets show which are on. */
export function narrowingsOf(query: string, now: EpochMs): ReadonlyMap<string, readonly string[]> {
  const { tree } = parseQuery(query, now);
  const parts = tree === undefined ? [] : tree.kind === 'and' ? tree.parts : [tree];
  const found = new Map<string, readonly string[]>();
  for (const part of parts) {
    const operator = part.kind === 'filter' ? part.operator : authorsOf(part) === undefined ? undefined : 'author';
    if (operator !== undefined) found.set(operator, [...(found.get(operator) ?? []), ...valuesOf(part)]);
  }
  return found;
}

const isDate = (operator: string): boolean => operatorNamed(operator)?.kind === 'date';

function isOf(part: QueryNode, operator: string): boolean {
  if (part.kind === 'date') return isDate(operator);
  if (operator === 'author') return authorsOf(part) !== undefined;
  return part.kind === 'filter' && part.operator === operator;
}

/** Names when the part is about authors and nothing else. */
function authorsOf(part: QueryNode): readonly string[] | undefined {
  const texts = part.kind === 'or' ? part.parts : [part];
  const names = texts.flatMap((text) => (text.kind === 'text' && text.column === 'author' ? [text.text] : []));
  return names.length === texts.length ? names : undefined;
}

const valuesOf = (part: QueryNode): readonly string[] =>
  part.kind === 'filter' ? part.values : (authorsOf(part) ?? []);

function partWith(operator: string, values: readonly string[], now: EpochMs): QueryNode | undefined {
  if (operator === 'author')
    return group(
      'or',
      values.map((text) => ({ kind: 'text', text, form: 'phrase', column: 'author' }) as const),
    );
  const known = operatorNamed(operator);
  if (known?.kind === 'date') {
    const value = values[0] ?? '';
    return dateTrouble(known.name, value, now) === undefined
      ? { kind: 'date', operator: known.name, value }
      : undefined;
  }
  if (known?.kind !== 'filter') return undefined;
  const kept = values.flatMap((value) => {
    const checked = checkValue(known.name, value);
    return typeof checked === 'string' ? [] : [checked.value];
  });
  return kept.length === 0 ? undefined : { kind: 'filter', operator: known.name, values: kept };
}

/** Another value of the same operator widens it: one of these. */
function addTo(parts: QueryNode[], operator: string, value: string, now: EpochMs): void {
  const at = parts.findIndex((part) => isOf(part, operator));
  const present = parts[at];
  const had = present === undefined ? [] : valuesOf(present);
  const values = had.some((one) => foldText(one) === foldText(value)) ? had : [...had, value];
  const part = partWith(operator, values, now);
  if (part === undefined) return;
  if (at < 0) parts.push(part);
  else parts[at] = part;
}

function takeFrom(parts: QueryNode[], operator: string, value: string): void {
  const at = parts.findIndex(
    (part) => isOf(part, operator) && valuesOf(part).some((one) => foldText(one) === foldText(value)),
  );
  const present = parts[at];
  if (present === undefined) return;
  const left = valuesOf(present).filter((one) => foldText(one) !== foldText(value));
  const part = partWith(operator, left, 0);
  if (part === undefined) parts.splice(at, 1);
  else parts[at] = part;
}
