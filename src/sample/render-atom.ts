/** Prints a title as Atom (RFC 4287): summaries only, the whole text as HTML, or the whole text as XHTML. */

import { articleId, bodyHtml, rfc3339, summaryText } from './feed-parts.ts';
import { escapeMarkup } from './markup.ts';
import { articleUrl, feedUrl, pictureUrl, type SampleArticle, type SampleTitle, siteUrl } from './sample-title.ts';

export function renderAtom(title: SampleTitle): string {
  const newest = Math.max(...title.articles.map((article) => article.publishedAt));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${title.language}">
<title>${escapeMarkup(title.title)}</title>
<subtitle>${escapeMarkup(title.about)}</subtitle>
<id>tag:${title.host},2026:feed</id>
<link rel="self" type="application/atom+xml" href="${feedUrl(title)}"/>
<link rel="alternate" type="text/html" href="${siteUrl(title)}"/>
<icon>http://${title.host}/favicon.svg</icon>
<updated>${rfc3339(newest)}</updated>
${title.articles.map((article) => renderEntry(title, article)).join('\n')}
</feed>
`;
}

function renderEntry(title: SampleTitle, article: SampleArticle): string {
  const lines = [
    '<entry>',
    `<title>${escapeMarkup(article.title)}</title>`,
    `<id>${articleId(title, article)}</id>`,
    `<link rel="alternate" type="text/html" href="${articleUrl(title, article)}"/>`,
    `<published>${rfc3339(article.publishedAt)}</published>`,
    `<updated>${rfc3339(article.publishedAt)}</updated>`,
    `<author><name>${escapeMarkup(article.author === '' ? title.title : article.author)}</name></author>`,
    `<category term="${escapeMarkup(article.section)}"/>`,
    `<summary type="text">${escapeMarkup(summaryFor(title, article))}</summary>`,
    ...contentLines(title, article),
    ...pictureLines(title, article),
    '</entry>',
  ];
  return lines.join('\n');
}

/** Where the summary is all there is, it runs on into the opening paragraph. */
function summaryFor(title: SampleTitle, article: SampleArticle): string {
  const summary = summaryText(article);
  const opening = article.paragraphs[0] ?? '';
  return title.form === 'atom-summary' && opening !== summary ? `${summary} ${opening}` : summary;
}

function contentLines(title: SampleTitle, article: SampleArticle): string[] {
  const body = bodyHtml(title, article);
  if (title.form === 'atom-summary') return [];
  if (title.form === 'atom-html') return [`<content type="html">${escapeMarkup(body)}</content>`];
  return [`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${body}</div></content>`];
}

function pictureLines(title: SampleTitle, { picture }: SampleArticle): string[] {
  if (picture === undefined) return [];
  const open = `<media:content url="${pictureUrl(title, picture.file)}" medium="image" type="image/svg+xml" width="1280" height="720">`;
  const caption = `<media:description>${escapeMarkup(picture.caption)}</media:description>`;
  return [`${open}${caption}<media:credit>${escapeMarkup(picture.credit)}</media:credit></media:content>`];
}
