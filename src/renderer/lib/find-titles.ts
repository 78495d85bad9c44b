/** Titles of the catalogue by words: what is named so comes before what only speaks of it. */
import type { CatalogueTitle } from '../../contract/catalogue.ts';
import { matches, noFilter, plain } from './catalogue-filter.ts';

/** At most `most`, the best first; none for less than two letters. Cost: one look at each title. */
export function findTitles(titles: readonly CatalogueTitle[], words: string, most: number): readonly CatalogueTitle[] {
  const wanted = plain(words.trim());
  if (wanted.length < 2) return [];
  return titles
    .filter((title) => matches(title, { ...noFilter, words: wanted }))
    .toSorted((a, b) => distance(a, wanted) - distance(b, wanted))
    .slice(0, most);
}

/** 0: the name begins so. 1: a word of the name does. 2: somewhere in the name. 3: in what is said of it. */
function distance({ title }: CatalogueTitle, wanted: string): number {
  const name = plain(title);
  const article = /^(?:the|le|la|der|die|das|el) /;
  if (name.startsWith(wanted) || name.replace(article, '').startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : 3;
}
