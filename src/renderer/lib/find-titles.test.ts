import { expect, test } from 'vitest';
import type { CatalogueTitle } from '../../contract/catalogue.ts';
import { findTitles } from './find-titles.ts';

function title(name: string, about = '', sample = false): CatalogueTitle {
  return {
    title: name,
    section: 'World',
    country: null,
    language: 'en',
    siteUrl: 'https://quai.example/',
    feedUrl: `https://quai.example/${name}`,
    perWeek: null,
    about,
    sample,
    folder: [],
    subscribed: false,
  };
}

const titles = [
  title('Northlight', 'Of ports and harbours.'),
  title('Old Harbour'),
  title('The Harbour Post'),
  title('Harbour Courier', '', true),
  title('Küstenblatt'),
];
const found = (words: string, most = 9) => findTitles(titles, words, most).map((one) => one.title);

test('what is called so comes first, then what has it in its name, then what speaks of it', () => {
  expect(found('harbour')).toEqual(['The Harbour Post', 'Harbour Courier', 'Old Harbour', 'Northlight']);
  expect(found('harbour', 2)).toHaveLength(2);
});

test('accents and capitals do not count, and one letter is not looked for', () => {
  expect(found('KUST')).toEqual(['Küstenblatt']);
  expect(found('k')).toEqual([]);
});
