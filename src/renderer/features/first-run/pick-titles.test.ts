import { expect, test } from 'vitest';
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { listedTitles, pickTitles, poolOf, sectionsOf, tickedTitles } from './pick-titles.ts';

function title(name: string, section: string, change: Partial<CatalogueTitle> = {}): CatalogueTitle {
  return {
    title: name,
    section,
    country: null,
    language: 'en',
    siteUrl: `https://${name}.example/`,
    feedUrl: `https://${name}.example/feed`,
    perWeek: null,
    about: '',
    sample: false,
    folder: [section],
    subscribed: false,
    ...change,
  };
}

const many = (section: string, size: number) =>
  Array.from({ length: size }, (_, at) => title(`${section.toLowerCase()}-${at + 1}`, section));
const names = (titles: readonly CatalogueTitle[]) => titles.map((one) => one.title);

test('each chosen section comes in turn, so that none crowds out another', () => {
  const pool = [...many('World', 9), ...many('Sport', 2)];
  expect(names(pickTitles(pool, ['World', 'Sport'], { languages: ['en-GB'] }))).toEqual([
    'world-1',
    'sport-1',
    'world-2',
    'sport-2',
    'world-3',
    'world-4',
    'world-5',
    'world-6',
  ]);
});

test('titles in languages the reader does not use are left out, unless there are no others', () => {
  const pool = [title('le-quai', 'World', { language: 'fr' }), title('courier', 'World')];
  expect(names(pickTitles(pool, ['World'], { languages: ['en-GB'] }))).toEqual(['courier']);
  expect(names(pickTitles(pool, ['World'], { languages: ['fr-CA', 'en'] }))).toEqual(['le-quai', 'courier']);
  expect(names(pickTitles(pool, ['World'], { languages: ['sw'] }))).toEqual(['le-quai', 'courier']);
});

test('a publisher comes twice only when there is nobody else', () => {
  const again = title('world-1-sport', 'Sport', { siteUrl: 'https://world-1.example/sport' });
  const pool = [...many('World', 1), again, ...many('Sport', 1)];
  expect(names(pickTitles(pool, ['World', 'Sport'], { languages: ['en'] }))).toEqual([
    'world-1',
    'sport-1',
    'world-1-sport',
  ]);
  expect(pickTitles(many('World', 9), ['World'], { languages: ['en'], most: 6 })).toHaveLength(6);
});

test('no chosen section means no titles', () => {
  expect(pickTitles(many('World', 3), [], { languages: ['en'] })).toEqual([]);
});

test('six are ticked before the reader has chosen, and the own word of the reader stands', () => {
  const picked = many('World', 8);
  expect(tickedTitles({ picked, pool: picked, ownWord: {} })).toHaveLength(6);
  const ownWord = { 'https://world-1.example/feed': false, 'https://world-8.example/feed': true };
  const ticked = tickedTitles({ picked, pool: picked, ownWord });
  expect(names(ticked)).toEqual(['world-2', 'world-3', 'world-4', 'world-5', 'world-6', 'world-8']);
});

test('what was ticked among all titles is listed after those offered, and stays when its section is off', () => {
  const pool = [...many('World', 2), ...many('Food', 3)];
  const picked = pool.slice(0, 2);
  const chosen = {
    picked,
    pool,
    ownWord: { 'https://food-2.example/feed': true, 'https://food-3.example/feed': false },
  };
  expect(names(listedTitles(chosen))).toEqual(['world-1', 'world-2', 'food-2']);
  expect(names(tickedTitles(chosen))).toEqual(['world-1', 'world-2', 'food-2']);
  expect(names(tickedTitles({ ...chosen, picked: [] }))).toEqual(['food-2']);
});

test('publishers are offered with a network, the sample edition without one or without a catalogue', () => {
  const sample = title('harbour-courier', 'World', { sample: true });
  const real = title('publisher', 'Science');
  expect(names(poolOf([sample, real], true))).toEqual(['publisher']);
  expect(names(poolOf([sample, real], false))).toEqual(['harbour-courier']);
  expect(names(poolOf([sample], true))).toEqual(['harbour-courier']);
  expect(sectionsOf([sample, real, sample])).toEqual(['World', 'Science']);
});
