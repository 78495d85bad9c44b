/** What the feed forms share: dates, stable ids, summaries, bodies with absolute addresses. */

import type { SampleArticle, SampleTitle } from './sample-title.ts';

/** RFC 822 with a four-digit year, as RSS 2.0 asks. */
export function rfc822(epochMs: number): string {
  return new Date(epochMs).toUTCString().replace('GMT', '+0000');
}

/** RFC 3339 in whole seconds. */
export function rfc3339(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** Never made from a time: the same article keeps its id in every start of the sample. */
export function articleId(title: SampleTitle, article: SampleArticle): string {
  return `tag:${title.host},2026:${article.slug}`;
}

/** The deck, or else the first paragraph. */
export function summaryText(article: SampleArticle): string {
  return article.deck !== '' ? article.deck : (article.paragraphs[0] ?? '');
}

/** The opening paragraphs up to about 600 characters, as a paper that keeps the rest for its pages prints them. */
export function teaserText(article: SampleArticle): string {
  let teaser = '';
  for (const paragraph of article.paragraphs) {
    if (teaser !== '' && teaser.length + paragraph.length > 600) break;
    teaser += `${teaser === '' ? '' : ' '}${paragraph}`;
  }
  return teaser;
}

/** The body with its pictures' addresses made absolute, since a feed has no page to be relative to. */
export function bodyHtml(title: SampleTitle, article: SampleArticle): string {
  return article.html.replaceAll('src="/pictures/', `src="http://${title.host}/pictures/`);
}
