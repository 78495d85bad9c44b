/** Prints a title as RSS 1.0: RDF, the list of articles first and the articles beside it, dates in Dublin Core. */

import { bodyHtml, rfc3339, summaryText } from './feed-parts.ts';
import { cdata, escapeMarkup } from './markup.ts';
import { articleUrl, feedUrl, pictureUrl, type SampleArticle, type SampleTitle, siteUrl } from './sample-title.ts';

export function renderRdf(title: SampleTitle): string {
  const list = title.articles.map((article) => `<rdf:li rdf:resource="${articleUrl(title, article)}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel rdf:about="${feedUrl(title)}">
<title>${escapeMarkup(title.title)}</title>
<link>${siteUrl(title)}</link>
<description>${escapeMarkup(title.about)}</description>
<dc:language>${title.language}</dc:language>
<items><rdf:Seq>
${list.join('\n')}
</rdf:Seq></items>
</channel>
${title.articles.map((article) => renderArticle(title, article)).join('\n')}
</rdf:RDF>
`;
}

function renderArticle(title: SampleTitle, article: SampleArticle): string {
  const { picture } = article;
  const url = articleUrl(title, article);
  const pictureLine =
    picture === undefined
      ? ''
      : `\n<media:content url="${pictureUrl(title, picture.file)}" medium="image" width="1280" height="720"><media:description>${escapeMarkup(picture.caption)}</media:description><media:credit>${escapeMarkup(picture.credit)}</media:credit></media:content>`;
  return `<item rdf:about="${url}">
<title>${escapeMarkup(article.title)}</title>
<link>${url}</link>
<description>${escapeMarkup(summaryText(article))}</description>
<content:encoded>${cdata(bodyHtml(title, article))}</content:encoded>
<dc:creator>${escapeMarkup(article.author)}</dc:creator>
<dc:subject>${escapeMarkup(article.section)}</dc:subject>
<dc:date>${rfc3339(article.publishedAt)}</dc:date>${pictureLine}
</item>`;
}
