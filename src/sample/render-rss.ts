/** Prints a title as RSS 2.0, or 0.92, in the habits real papers have: whole text, teasers, everything in the description, podcast. */

import { bulletinBytes, bulletinSeconds } from './bulletin-audio.ts';
import { articleId, bodyHtml, rfc822, summaryText, teaserText } from './feed-parts.ts';
import { cdata, escapeMarkup } from './markup.ts';
import { articleUrl, feedUrl, pictureUrl, type SampleArticle, type SampleTitle, siteUrl } from './sample-title.ts';

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

const podcastNamespaces =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"';

export function renderRss(title: SampleTitle): string {
  if (title.form === 'rss-092') return renderRss092(title);
  const podcast = title.form === 'rss-podcast';
  const lines = [
    `<?xml version="1.0" encoding="${title.encoding}"?>`,
    `<rss version="2.0" ${namespaces}${podcast ? ` ${podcastNamespaces}` : ''}>`,
    '<channel>',
    element('title', title.title),
    element('link', siteUrl(title)),
    element('description', title.about),
    element('language', title.language),
    `<atom:link href="${feedUrl(title)}" rel="self" type="application/rss+xml"/>`,
    element('ttl', '60'),
    ...(podcast ? podcastHead(title) : []),
    ...title.articles.flatMap((article) => articleLines(title, article)),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

function articleLines(title: SampleTitle, article: SampleArticle): string[] {
  return [
    '<item>',
    ...(article.title === '' ? [] : [element('title', article.title)]),
    element('link', articleUrl(title, article)),
    `<guid isPermaLink="false">${escapeMarkup(articleId(title, article))}</guid>`,
    element('pubDate', rfc822(article.publishedAt)),
    ...(article.author === '' ? [] : [element('dc:creator', article.author)]),
    element('category', article.section),
    ...bodyLines(title, article),
    ...(title.form === 'rss-podcast' && article.hasAudio ? audioLines(title, article) : []),
    '</item>',
  ];
}

function bodyLines(title: SampleTitle, article: SampleArticle): string[] {
  const body = bodyHtml(title, article);
  switch (title.form) {
    case 'rss-teaser':
      return [element('description', teaserText(article)), ...pictureLines(title, article)];
    case 'rss-description':
      return [`<description>${cdata(deckAnd(article, body))}</description>`, ...pictureLines(title, article)];
    case 'rss-pictures':
      return [
        `<description>${cdata(leadFigure(title, article) + body)}</description>`,
        ...imageEnclosure(title, article),
      ];
    default:
      return [
        element('description', summaryText(article)),
        `<content:encoded>${cdata(body)}</content:encoded>`,
        ...pictureLines(title, article),
      ];
  }
}

function deckAnd(article: SampleArticle, body: string): string {
  return article.deck === '' ? body : `<p><strong>${escapeMarkup(article.deck)}</strong></p>\n${body}`;
}

function pictureLines(title: SampleTitle, { picture }: SampleArticle): string[] {
  if (picture === undefined) return [];
  return [
    `<media:content url="${pictureUrl(title, picture.file)}" medium="image" type="image/svg+xml" width="1280" height="720">`,
    element('media:description', picture.caption),
    element('media:credit', picture.credit),
    element('media:title', picture.alt),
    '</media:content>',
  ];
}

function leadFigure(title: SampleTitle, { picture }: SampleArticle): string {
  if (picture === undefined) return '';
  const [alt, caption, credit] = [picture.alt, picture.caption, picture.credit].map(escapeMarkup);
  const img = `<img src="${pictureUrl(title, picture.file)}" alt="${alt}" width="1280" height="720"/>`;
  return `<figure>${img}<figcaption>${caption} <small class="credit">${credit}</small></figcaption></figure>\n`;
}

function imageEnclosure(title: SampleTitle, { picture }: SampleArticle): string[] {
  if (picture === undefined) return [];
  return [`<enclosure url="${pictureUrl(title, picture.file)}" type="image/svg+xml" length="0"/>`];
}

function podcastHead(title: SampleTitle): string[] {
  return [
    element('itunes:author', title.title),
    element('itunes:explicit', 'false'),
    `<itunes:image href="http://${title.host}/favicon.svg"/>`,
    '<itunes:category text="News"/>',
  ];
}

function audioLines(title: SampleTitle, article: SampleArticle): string[] {
  const file = (path: string) => `http://${title.host}/${path}`;
  return [
    `<enclosure url="${file(`audio/${article.slug}.wav`)}" type="audio/wav" length="${bulletinBytes}"/>`,
    element('itunes:duration', String(bulletinSeconds)),
    element('itunes:explicit', 'false'),
    `<podcast:chapters url="${file(`chapters/${article.slug}.json`)}" type="application/json+chapters"/>`,
    `<podcast:transcript url="${file(`transcripts/${article.slug}.vtt`)}" type="text/vtt" language="${title.language}"/>`,
  ];
}

/** RSS 0.92 has no guid, no author and no namespaces; the date is the one thing 0.93 added that everybody printed. */
function renderRss092(title: SampleTitle): string {
  const articles = title.articles.flatMap((article) => [
    '<item>',
    element('title', article.title),
    element('link', articleUrl(title, article)),
    `<description>${escapeMarkup(deckAnd(article, leadFigure(title, article) + bodyHtml(title, article)))}</description>`,
    element('category', article.section),
    element('pubDate', rfc822(article.publishedAt)),
    '</item>',
  ]);
  const head = [element('title', title.title), element('link', siteUrl(title)), element('description', title.about)];
  const language = element('language', title.language);
  const open = ['<?xml version="1.0"?>', '<rss version="0.92">', '<channel>'];
  return `${[...open, ...head, language, ...articles, '</channel>', '</rss>'].join('\n')}\n`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
