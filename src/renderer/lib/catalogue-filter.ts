/** Which titles of the catalogue are shown, and how many each choice would show. */
import type { CatalogueTitle } from '../../contract/catalogue.ts';

export interface CatalogueFilter {
  readonly words: string;
  /** '' is all of them, in each of the three. */
  readonly section: string;
  readonly country: string;
  readonly language: string;
}

export const noFilter: CatalogueFilter = { words: '', section: '', country: '', language: '' };

/** What the sample edition's titles stand under: they are invented and must not pass for publishers. */
export const sampleSection = 'Sample edition';

export interface Facet {
  readonly value: string;
  readonly count: number;
}

function sectionOf(title: CatalogueTitle): string {
  return title.sample ? sampleSection : title.section;
}

export function matches(title: CatalogueTitle, filter: CatalogueFilter): boolean {
  return (
    (filter.section === '' ? isOffered(title, filter.words) : sectionOf(title) === filter.section) &&
    (filter.country === '' || title.country === filter.country) &&
    (filter.language === '' || title.language === filter.language) &&
    hasWords(title, filter.words)
  );
}

/** A title of the sample edition does not stand among the publishers until its section is chosen or it is named. */
function isOffered({ sample, title }: CatalogueTitle, words: string): boolean {
  return !sample || (words.trim().length > 2 && plain(title).includes(plain(words.trim())));
}

/** Every word somewhere in its name, its description or its address, whatever the accents and capitals. */
function hasWords(title: CatalogueTitle, words: string): boolean {
  const text = plain(`${title.title} ${title.about} ${title.siteUrl} ${title.section} ${title.country ?? ''}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Without accents and capitals. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Sections in the order of the catalogue, the sample edition last. */
export function bySection(titles: readonly CatalogueTitle[]): ReadonlyMap<string, readonly CatalogueTitle[]> {
  const sections = new Map<string, CatalogueTitle[]>();
  for (const title of titles.toSorted((a, b) => Number(a.sample) - Number(b.sample))) {
    const section = sectionOf(title);
    const inIt = sections.get(section) ?? [];
    inIt.push(title);
    sections.set(section, inIt);
  }
  return sections;
}

/** Counted as if the facet itself were not chosen yet, so that a choice shows what the others would give; without those that would give nothing. */
export function facets(
  titles: readonly CatalogueTitle[],
  filter: CatalogueFilter,
  name: 'section' | 'country' | 'language',
): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const value = name === 'section' ? sectionOf(title) : title[name];
    if (value === null) continue;
    const others = { ...filter, [name]: name === 'section' ? value : '' };
    counts.set(value, (counts.get(value) ?? 0) + (matches(title, others) ? 1 : 0));
  }
  const found = [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ value, count }) => count > 0 || value === filter[name]);
  if (name === 'section')
    return [
      ...found.filter(({ value }) => value !== sampleSection),
      ...found.filter(({ value }) => value === sampleSection),
    ];
  return found.toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** 'fr' → 'French'; a tag that is none stays as it is. */
export function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // The catalogue is a file: a wrong tag in it must not empty the page.
    return tag;
  }
}
