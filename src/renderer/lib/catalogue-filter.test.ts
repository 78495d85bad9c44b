import { expect, test } from 'vitest';
import type { CatalogueTitle } from '../../contract/catalogue.ts';
import { bySection, facets, languageName, matches, noFilter } from './catalogue-filter.ts';

function title(name: string, change: Partial<CatalogueTitle> = {}): CatalogueTitle {
  return {
    title: name,
    section: 'World',
    country: 'France',
    language: 'fr',
    siteUrl: 'https://quai.example/',
    feedUrl: `https://quai.example/${name}`,
    perWeek: null,
    about: '',
    sample: false,
    folder: [],
    subscribed: false,
    ...change,
  };
}

const titles = [
  title('Sample Courier', { sample: true, country: null, language: 'en' }),
  title('Le Quai', { about: 'La marée et le port' }),
  title('Küstenblatt', { country: 'Germany', language: 'de' }),
  title('Lumen', { section: 'Science', country: 'Ireland', language: 'en' }),
];
const shown = (filter: object) =>
  titles.filter((one) => matches(one, { ...noFilter, ...filter })).map((one) => one.title);

test('a title is found by any of its words, without its accents and capitals', () => {
  expect(shown({ words: 'kusten' })).toEqual(['Küstenblatt']);
  expect(shown({ words: 'PORT maree' })).toEqual(['Le Quai']);
  expect(shown({ words: 'port absent' })).toEqual([]);
});

test('section, country and language narrow each other', () => {
  expect(shown({ section: 'World', language: 'de' })).toEqual(['Küstenblatt']);
  expect(shown({ section: 'Science', country: 'Germany' })).toEqual([]);
});

test('titles of the sample edition stand in a section of their own, after the publishers', () => {
  expect([...bySection(titles).keys()]).toEqual(['World', 'Science', 'Sample edition']);
  expect(shown({ section: 'World' })).not.toContain('Sample Courier');
});

test('titles of the sample edition do not stand among the publishers until they are asked for', () => {
  expect(shown({})).toEqual(['Le Quai', 'Küstenblatt', 'Lumen']);
  expect(shown({ section: 'Sample edition' })).toEqual(['Sample Courier']);
  expect(shown({ words: 'sample cour' })).toEqual(['Sample Courier']);
  expect(shown({ words: 'world' })).not.toContain('Sample Courier');
  expect(facets(titles, noFilter, 'section')).toContainEqual({ value: 'Sample edition', count: 1 });
});

test('a facet counts what each choice would show beside the other choices, and leaves out what would show nothing', () => {
  expect(facets(titles, { ...noFilter, section: 'World', country: 'Germany' }, 'country')).toEqual([
    { value: 'France', count: 1 },
    { value: 'Germany', count: 1 },
  ]);
  expect(facets(titles, { ...noFilter, words: 'absent', country: 'Ireland' }, 'country')).toEqual([
    { value: 'Ireland', count: 0 },
  ]);
});

test('languages are named in English, and an unknown tag stays itself', () => {
  expect(languageName('de')).toBe('German');
  expect(languageName('no tag')).toBe('no tag');
});
