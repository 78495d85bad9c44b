import { expect, test } from 'vitest';
import { newInReports } from './new-in-report.ts';
import { onlyInReports } from './only-in-report.ts';
import type { Report } from './report.ts';
import { whyInStory } from './why-in-story.ts';

const hourMs = 3_600_000;
const at = Date.UTC(2026, 10, 24, 6);

function report(id: string, text: string, hours = 0): Report {
  return {
    id,
    publisher: `${id}.example`,
    title: `What ${id} says of the levy`,
    text,
    language: 'en',
    at: at + hours * hourMs,
  };
}

const first = report(
  'wire',
  'Eleven ports signed a harbour levy in Skarvik. The levy pays for sea walls along the coast.',
);

test('of each report the first sentence that no earlier one has is told, and of the first how it begins', () => {
  const told = newInReports([
    report('late', 'The levy pays for sea walls along the coast. Six insurers put up a bridge loan in spring.', 1),
    first,
  ]);
  expect(told.get('late')).toBe('Six insurers put up a bridge loan in spring.');
  expect(told.get('wire')).toBe('Eleven ports signed a harbour levy in Skarvik.');
});

test('a line that a page breaks within a sentence is one with the next', () => {
  const told = newInReports([report('page', 'The\nlevy is raised by tonnage from spring on.')]);
  expect(told.get('page')).toBe('The levy is raised by tonnage from spring on.');
});

test('a report in known words has nothing new, unless it brings a name or a figure', () => {
  const same = report('echo', 'In Skarvik eleven ports signed the harbour levy.', 1);
  const named = report('post', 'In Skarvik eleven ports signed the harbour levy, said Ines Hallward.', 2);
  const told = newInReports([first, same, named]);
  expect(told.has('echo')).toBe(false);
  expect(told.get('post')).toContain('Ines Hallward');
});

test('headings and menus of a page are no sentences of its report', () => {
  const told = newInReports([
    report('page', 'Share this article on your network\nMost read today\nThe mayors met at noon on the quay.'),
  ]);
  expect(told.get('page')).toBe('The mayors met at noon on the quay.');
});

test('only here stand names, figures and terms, never a common word', () => {
  const texts = [
    'The mayors met at noon in Skarvik, said Ines Hallward. They put up 90 lifeboats and somebody counted delegations.',
    'First comes a bridge loan for Skarvik, and the banks say the bridge loan is cheap. It was better than expected.',
    'In the town of Skarvik nothing else was said, unless one asks. Forty per cent of it was said before.',
  ];
  const only = onlyInReports(texts.map((text, n) => report(`r${n}`, text)));
  expect(only.get('r0')).toEqual(['Ines Hallward', '90 lifeboats']);
  expect(only.get('r1')).toEqual(['bridge loan']);
  expect(only.get('r2')).toEqual(['forty per cent']);
});

test('a story of one publisher has no side that is alone with anything', () => {
  const one = { ...first, id: 'second', publisher: first.publisher };
  expect(onlyInReports([first, one]).size).toBe(0);
});

test('why a report is here is one sentence without figures of how it was worked out', () => {
  const own = report('late', 'The mayors of eleven ports met at noon in Skarvik.', 0.3);
  expect(whyInStory({ own, other: first, called: 'Commons Wire' })).toBe(
    'It names Skarvik, as Commons Wire does, and came within an hour of its report.',
  );
});
