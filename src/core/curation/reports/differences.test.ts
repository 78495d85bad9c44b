import { expect, test } from 'vitest';
import { heldOutPairs, type ReportPair, tunedPairs } from '../fixtures/report-pairs.ts';
import { type Difference, differencesOf } from './differences.ts';
import type { Report } from './report.ts';

const at = Date.UTC(2026, 10, 24, 6);

function report(text: string, about: Partial<Report> & { readonly publisher: string }): Report {
  return { id: about.publisher, title: '', language: 'en', at, text, ...about };
}

function differencesIn({ one, other, language }: ReportPair): Difference[] {
  return differencesOf([
    report(one, { publisher: 'one.example', language, at: at + 1 }),
    report(other, { publisher: 'other.example', language }),
  ]);
}

function isWrong(pair: ReportPair): boolean {
  const shown = differencesIn(pair);
  if (shown.length > (pair.differ === null ? 0 : 1)) return true;
  return shown.some(({ sides }) => sides.some(({ value }, side) => !value.startsWith(pair.differ?.[side] ?? '-')));
}

const isMissed = (pair: ReportPair) => pair.differ !== null && differencesIn(pair).length === 0;

test('reports that agree, or tell of two facts, are never shown to differ, in four languages', () => {
  expect(tunedPairs.filter(isWrong)).toEqual([]);
  expect(heldOutPairs.filter(isWrong)).toEqual([]);
  expect(tunedPairs.length + heldOutPairs.length).toBeGreaterThanOrEqual(60);
});

test('figures and dates in the same frame of words are found to differ', () => {
  expect(tunedPairs.filter(isMissed)).toEqual([]);
  // Of those that were put aside one in nine is missed: nothing is shown rather than a guess.
  expect(heldOutPairs.filter(isMissed).length).toBeLessThanOrEqual(1);
});

test('a difference is called by the words that the reports share, and each side names all who say so', () => {
  const [difference] = differencesOf([
    report('The sea walls will cost 4.6 billion euros.', { publisher: 'a.example', at: at + 2 }),
    report('The sea walls will cost €4.2bn.', { publisher: 'b.example' }),
    report('In all the sea walls will cost 4,200 million euros.', { publisher: 'c.example', at: at + 1 }),
  ]);
  expect(difference?.label).toBe('Sea walls');
  expect(difference?.sides.map(({ articles }) => articles)).toEqual([['a.example'], ['b.example', 'c.example']]);
});

test('a report that gives both figures tells of two facts', () => {
  const both = 'The sea walls will cost 4.2 billion euros. The sea walls will cost 4.6 billion euros with the gates.';
  const one = 'The sea walls will cost 4.6 billion euros.';
  expect(differencesOf([report(both, { publisher: 'a.example' }), report(one, { publisher: 'b.example' })])).toEqual(
    [],
  );
});

test('what one publisher told at two hours is an update, and what was said of an earlier year is no difference', () => {
  const [first, second] = ['The fire killed 23 people at the port.', 'The fire killed 27 people at the port.'];
  expect(
    differencesOf([report(first, { publisher: 'a.example' }), report(second, { publisher: 'a.example', id: 'later' })]),
  ).toEqual([]);
  const earlier = 'In 2019 the fire killed 27 people at the port.';
  expect(
    differencesOf([report(first, { publisher: 'a.example' }), report(earlier, { publisher: 'b.example' })]),
  ).toEqual([]);
});
