/** Finds a page's headline among what it calls itself: the heading a reader sees, without the site's name. */

import { type PageDocument, textOf } from './page-dom.ts';

export interface TitleEvidence {
  /** In the order of trust. */
  readonly titles: readonly string[];
  readonly siteName: string | undefined;
  readonly url: string;
}

const separator = /\s+[|\-–—:·•»/\\]\s+|\s*[|｜]\s*|(?:\s[-–—]|»)\s*|_(?=[^_]{2,20}$)|:\s+/;

const longestTitle = 500; // characters

export interface Headings {
  /** Headings that the page's microdata call its headline. */
  readonly named: readonly string[];
  readonly first: readonly string[];
}

/**
 * The heading of the page that says the same as one of its titles, else the best title without the site's name.
 * `headings` are read before an extractor changed the page.
 */
export function chooseTitle({ named, first }: Headings, evidence: TitleEvidence): string {
  const titles = evidence.titles.map((title) => title.slice(0, longestTitle));
  const alike = (heading: string): number => Math.max(0, ...titles.map((title) => likeness(heading, title)));
  const usable = first.filter(
    (heading) => heading.length < 300 && !isSiteName(heading, evidence) && !isLesserPart(heading, titles),
  );
  const headline = named.find((heading) => alike(heading) >= 0.3);
  const best = usable.toSorted((a, b) => alike(b) - alike(a))[0];
  if (headline !== undefined || (best !== undefined && alike(best) >= 0.5)) {
    return headline ?? best ?? '';
  }
  // Editors often give search engines another headline than readers; a lone long h1 is the readers'.
  if (
    best !== undefined &&
    usable.length === 1 &&
    wordsOf(best).length >= 5 &&
    titles.every((title) => likeness(best, title) > 0.15)
  ) {
    return best;
  }
  return withoutSiteName(titles[0] ?? best?.slice(0, longestTitle) ?? '', { ...evidence, titles });
}

export function headingsOf(page: PageDocument): Headings {
  const textsOf = (selector: string): string[] => {
    const headings = [...page.querySelectorAll(selector)].filter(
      (heading) => heading.closest('aside, nav, footer, [class*="related"], [class*="recirc"]') === null,
    );
    return [...new Set(headings.map(textOf))].filter((text) => text !== '').slice(0, 20);
  };
  return { named: textsOf('h1[itemprop~="headline"], h2[itemprop~="headline"]'), first: textsOf('h1') };
}

/** How much of the shorter one's words the longer one has, 0 to 1; a single common word says nothing. */
function likeness(heading: string, title: string): number {
  const first = new Set(wordsOf(heading));
  const second = new Set(wordsOf(title));
  const smaller = Math.min(first.size, second.size);
  const common = [...first].filter((word) => second.has(word)).length;
  if (smaller === 0 || (common === 1 && smaller > 1)) {
    return 0;
  }
  // One word that stands in a long title is more often the site's name than the headline.
  return smaller === 1 && Math.max(first.size, second.size) > 1 ? 0.3 * common : common / smaller;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

function partsOf(title: string): readonly string[] {
  return title.split(new RegExp(`(${separator.source})`));
}

/** The site's name at the end or the start of a title, a heading of its own on many pages: the other part is the longer. */
function isLesserPart(heading: string, titles: readonly string[]): boolean {
  const letters = lettersOf(heading);
  return (
    wordsOf(heading).length <= 5 &&
    !/\s/.test(heading) &&
    titles.some((title) => {
      const parts = partsOf(title);
      const isPart = lettersOf(parts[0] ?? '') === letters || lettersOf(parts.at(-1) ?? '') === letters;
      return isPart && parts.length >= 3 && letters.length < lettersOf(title).length / 2;
    })
  );
}

function withoutSiteName(title: string, evidence: TitleEvidence): string {
  const parts = partsOf(title);
  if (parts.length < 3) {
    return title;
  }
  const start = parts.slice(0, -2).join('').trim();
  const last = parts.at(-1) ?? '';
  // A short tail behind a dash is a site's name when the page has but this one title.
  const isTail =
    new Set(evidence.titles).size === 1 &&
    wordsOf(last).length <= 3 &&
    wordsOf(start).length >= 4 &&
    !/^[:/]/.test((parts.at(-2) ?? '').trim());
  if (isSiteName(last, evidence) || isTail) {
    return start;
  }
  return isSiteName(parts[0] ?? '', evidence) ? parts.slice(2).join('').trim() : title;
}

/** By its own word, or since its letters are those of the host. */
function isSiteName(text: string, { siteName, url }: TitleEvidence): boolean {
  const letters = lettersOf(text);
  if (letters === '') {
    return false;
  }
  const host = (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');
  const ofHost = letters === lettersOf(host) || host.split('.').includes(letters);
  return letters === lettersOf(siteName ?? '') || (letters.length >= 3 && ofHost);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
