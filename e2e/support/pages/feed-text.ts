/** Feeds as a publisher would write them, for specs that need their own words in them. */

export interface ArticleText {
  readonly title: string;
  /** Default: a short paragraph about the title. */
  readonly html?: string;
  readonly guid?: string;
  readonly link?: string;
  readonly author?: string;
  /** Minutes before the spec runs; default: one minute more than the article before it. */
  readonly minutesAgo?: number;
  readonly picture?: { readonly url: string; readonly caption?: string; readonly credit?: string };
}

export interface FeedText {
  readonly title: string;
  readonly language?: string;
  readonly articles: readonly ArticleText[];
}

const minuteMs = 60_000;

/** RSS 2.0 with content:encoded and media:content, newest first. */
export function rssText({ title, language = 'en', articles }: FeedText): string {
  const host = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`;
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${escaped(title)}</title><link>https://${host}/</link><language>${language}</language>
${articles.map((article, position) => itemText(article, position, host)).join('\n')}
</channel></rss>`;
}

function itemText(article: ArticleText, position: number, host: string): string {
  const { title, author, picture, minutesAgo = position + 1 } = article;
  const guid = article.guid ?? title;
  const link = article.link ?? `https://${host}/${encodeURIComponent(guid)}`;
  const html = article.html ?? `<p>What there is to say about ${escaped(title)}.</p>`;
  return `<item><title>${escaped(title)}</title><guid isPermaLink="false">${escaped(guid)}</guid><link>${escaped(link)}</link>
<pubDate>${new Date(Date.now() - minutesAgo * minuteMs).toUTCString()}</pubDate>
${author === undefined ? '' : `<dc:creator>${escaped(author)}</dc:creator>`}
${picture === undefined ? '' : pictureText(picture)}
<content:encoded><![CDATA[${html}]]></content:encoded></item>`;
}

function pictureText({ url, caption, credit }: NonNullable<ArticleText['picture']>): string {
  return `<media:content url="${escaped(url)}" medium="image" type="image/png" width="1280" height="720">
${caption === undefined ? '' : `<media:description>${escaped(caption)}</media:description>`}
${credit === undefined ? '' : `<media:credit>${escaped(credit)}</media:credit>`}</media:content>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** `count` articles named 'Report 1' (newest) and on. */
export function reports(count: number, html?: string): readonly ArticleText[] {
  return Array.from({ length: count }, (_, position) => ({
    title: `Report ${String(position + 1).padStart(2, '0')}`,
    ...(html === undefined ? {} : { html }),
  }));
}

/** Enough paragraphs for several pages of the window. */
export function longText(paragraphs = 60): string {
  return Array.from(
    { length: paragraphs },
    (_, position) => `<p>Paragraph ${position + 1}. The tide came in over the quay and went out again, and the harbour
      master wrote both times down in the long green book that has lain on that desk since the lock was built.</p>`,
  ).join('\n');
}
