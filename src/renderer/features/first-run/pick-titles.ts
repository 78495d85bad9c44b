/** Which titles the welcome offers to start with. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';

/** Two columns of four, as many as can be weighed at a glance. */
export const offered = 8;
/** One column of six. */
export const offeredNarrow = 6;
/** Of those offered, so many are ticked before the reader has chosen. */
const tickedAtFirst = 6;

/** Sections that are on before the reader has chosen, as far as the catalogue has them. */
export const sectionsAtFirst: readonly string[] = ['World', 'Technology', 'Science', 'Culture'];

/** Real publishers; the sample edition's titles where there is no network, or no catalogue. */
export function poolOf(titles: readonly CatalogueTitle[], isOnline: boolean): readonly CatalogueTitle[] {
  const real = titles.filter(({ sample }) => !sample);
  return isOnline && real.length > 0 ? real : titles.filter(({ sample }) => sample);
}

export function sectionsOf(pool: readonly CatalogueTitle[]): readonly string[] {
  return [...new Set(pool.map(({ section }) => section))];
}

/**
 * The first of each chosen section in turn, until there are `most`: no section crowds out another, and no publisher comes
 * twice while others are left. Titles in the reader's own languages only, where there are any; `languages` are tags such
 * as 'en-GB'.
 */
export function pickTitles(
  pool: readonly CatalogueTitle[],
  sections: readonly string[],
  { languages, most = offered }: { readonly languages: readonly string[]; readonly most?: number },
): readonly CatalogueTitle[] {
  const spoken = new Set(languages.map((tag) => tag.split('-')[0] ?? tag));
  const own = pool.filter(({ language }) => spoken.has(language));
  const readable = own.length > 0 ? own : pool;
  const queues = sections.map((section) => readable.filter((title) => title.section === section));
  const picked: CatalogueTitle[] = [];
  for (const mayRepeat of [false, true]) {
    for (let hasMore = true; hasMore && picked.length < most; ) {
      hasMore = false;
      for (const queue of queues) {
        const title = queue.find((one) => !picked.includes(one) && (mayRepeat || !hasPublisherOf(picked, one)));
        if (!title || picked.length >= most) continue;
        picked.push(title);
        hasMore = true;
      }
    }
  }
  return picked;
}

function hasPublisherOf(picked: readonly CatalogueTitle[], title: CatalogueTitle): boolean {
  const host = URL.parse(title.siteUrl)?.host;
  return picked.some(({ siteUrl }) => URL.parse(siteUrl)?.host === host);
}

interface Chosen {
  readonly picked: readonly CatalogueTitle[];
  readonly pool: readonly CatalogueTitle[];
  /** Ticked or unticked by hand, by the address of the feed. */
  readonly ownWord: Readonly<Record<string, boolean>>;
}

/** What the step lists: the picked, then what the reader ticked among all titles. */
export function listedTitles({ picked, pool, ownWord }: Chosen): readonly CatalogueTitle[] {
  return [...picked, ...pool.filter((title) => ownWord[title.feedUrl] === true && !picked.includes(title))];
}

/** Those of the listed that are ticked: the reader's own word, else the first six. */
export function tickedTitles(chosen: Chosen): readonly CatalogueTitle[] {
  return listedTitles(chosen).filter(({ feedUrl }, at) => chosen.ownWord[feedUrl] ?? at < tickedAtFirst);
}
