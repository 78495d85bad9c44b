import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface CatalogueRow {
  readonly title: string;
  readonly section: string;
  readonly country: string;
  readonly language: string;
  readonly siteUrl: string;
  readonly feedUrl: string;
  readonly about: string;
}

const { titles } = JSON.parse(readFileSync(new URL('catalogue.json', import.meta.url), 'utf8')) as {
  titles: readonly CatalogueRow[];
};

const sections = [
  'World',
  'Technology',
  'Science',
  'Business',
  'Culture',
  'Sport',
  'Climate',
  'Design',
  'Food',
  'Local',
];

test('every section has at least ten titles to choose from, in the sections of the first run', () => {
  const counts = Map.groupBy(titles, ({ section }) => section);
  expect([...counts.keys()]).toEqual(sections);
  for (const [section, rows] of counts) expect(rows.length, section).toBeGreaterThanOrEqual(10);
});

test('no feed stands in the catalogue twice', () => {
  expect(new Set(titles.map(({ feedUrl }) => feedUrl)).size).toBe(titles.length);
});

test('every title has two web addresses, a language, a country and a sentence about itself', () => {
  for (const { title, siteUrl, feedUrl, language, country, about } of titles) {
    for (const address of [siteUrl, feedUrl]) expect(URL.parse(address)?.protocol, title).toMatch(/^https?:$/);
    expect(Intl.getCanonicalLocales(language), title).toEqual([language]);
    expect(country, title).not.toBe('');
    expect(about, title).toMatch(/[.。।]$/);
  }
});

test('the catalogue speaks at least fifteen languages', () => {
  expect(new Set(titles.map(({ language }) => language)).size).toBeGreaterThanOrEqual(15);
});
