/** The headlines of a page of stories, as it stands: what the reader hid or the width leaves out is not among them. */
import type { ArticleId } from '../../contract/ids.ts';

/** From top to bottom; each is the link that opens its article. */
export function headlinesIn(page: Element): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('.news-link')].filter((link) => link.checkVisibility());
}

export function articleOf(headline: HTMLElement): ArticleId {
  return Number(headline.dataset.article) as ArticleId;
}
