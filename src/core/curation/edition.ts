/**
 * Composes Today: a front page with an end. Lead, top stories, For you, sections, picks, seldom heard; no story and no
 * article twice, and nobody fills it. The parts come ranked; this only decides where each goes.
 */

import type { EpochMs } from '../lib/clock.ts';
import type { ArticleKey } from './curation-article.ts';

const topShown = 6;
const forYouShown = 4;
const sectionShown = 4;
const sectionSpare = 3; // headlines with which the page fills a short column
const seldomShown = 3;
const picksShown = 4;
const publisherInSection = 2;

export interface EditionArticle {
  readonly id: ArticleKey;
  readonly publisher: string;
  readonly at: EpochMs;
  readonly story?: string | undefined;
  readonly section?: string | undefined;
  readonly title: string;
  readonly hasPicture: boolean;
}

export interface EditionParts {
  /** Lead articles of the ranked top stories, best first. */
  readonly top: readonly EditionArticle[];
  /** For you, best first. */
  readonly forYou: readonly EditionArticle[];
  /** Everything new, best first: sections are filled from it. */
  readonly fresh: readonly EditionArticle[];
  /** Unread articles of publishers that rarely post, newest first. */
  readonly seldom: readonly EditionArticle[];
  readonly picks: readonly EditionArticle[];
  /** Sections in the reader's order, hidden ones left out. */
  readonly sections: readonly string[];
}

export interface EditionSection {
  readonly name: string;
  readonly articles: readonly ArticleKey[];
  /** New articles of the section, shown or not. */
  readonly total: number;
}

export interface Edition {
  readonly lead: ArticleKey | null;
  readonly top: readonly ArticleKey[];
  readonly forYou: readonly ArticleKey[];
  readonly sections: readonly EditionSection[];
  readonly picks: readonly ArticleKey[];
  readonly seldom: readonly ArticleKey[];
}

export function composeEdition(parts: EditionParts): Edition {
  const page = new Page();
  const lead = page.take(parts.top, 1)[0] ?? page.take(parts.fresh, 1)[0] ?? null;
  const top = page.take(parts.top, topShown);
  const forYou = page.take(parts.forYou, forYouShown);
  // The quiet are chosen before the sections are, so that a loud section cannot use their articles up.
  const seldom = page.take(parts.seldom, seldomShown, 1);
  const picks = page.take(parts.picks, picksShown);
  const sections = parts.sections.flatMap((name) => {
    const inSection = parts.fresh.filter((article) => article.section === name);
    const articles = page.take(inSection, sectionShown, publisherInSection);
    if (articles.length === 0) return [];
    const spare = page.take(inSection, sectionSpare, publisherInSection);
    return [{ name, articles: [...articles, ...spare], total: inSection.length }];
  });
  return { lead, top, forYou, sections, picks, seldom };
}

/** What is already on the page. */
class Page {
  readonly #articles = new Set<ArticleKey>();
  readonly #stories = new Set<string>();
  readonly #titles = new Set<string>();

  take(from: readonly EditionArticle[], count: number, perPublisher = count): ArticleKey[] {
    const taken: ArticleKey[] = [];
    const publishers = new Map<string, number>();
    for (const article of from) {
      if (taken.length === count) break;
      const used = publishers.get(article.publisher) ?? 0;
      if (used >= perPublisher || !this.#isNew(article)) continue;
      this.#articles.add(article.id);
      if (article.story !== undefined) this.#stories.add(article.story);
      this.#titles.add(titleKey(article));
      publishers.set(article.publisher, used + 1);
      taken.push(article.id);
    }
    return taken;
  }

  #isNew(article: EditionArticle): boolean {
    return (
      !this.#articles.has(article.id) &&
      !(article.story !== undefined && this.#stories.has(article.story)) &&
      !this.#titles.has(titleKey(article))
    );
  }
}

function titleKey({ title, id }: EditionArticle): string {
  const plain = title.toLowerCase().trim();
  return plain === '' ? `untitled ${id}` : plain;
}
