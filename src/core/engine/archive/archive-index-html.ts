/** The pages by which an archive folder is found one's way in: its months, and the articles of each. */
import type { ArchivedPage } from '../../store/archive/archive-pages.ts';
import { momentOfId } from '../../store/articles/article-id.ts';
import { escapeHtml } from './escape-html.ts';

export interface ArchivedMonth {
  /** '2026-11' */
  readonly month: string;
  readonly articles: number;
}

/** '2026-11': the folder that a page lies in. */
export function monthOf({ id }: Pick<ArchivedPage, 'id'>): string {
  return new Date(momentOfId(id)).toISOString().slice(0, 7);
}

/** Opened first: months, the newest on top, and what else lies in the folder. */
export function archiveIndexHtml(months: readonly ArchivedMonth[]): string {
  const all = months.reduce((sum, { articles }) => sum + articles, 0);
  const rows = months
    .toReversed()
    .map(({ month, articles }) => `<li><a href="pages/${month}/index.html">${monthName(month)}</a> · ${articles}</li>`);
  return page(
    'Broadsheet archive',
    `<p>${counted(all)}. Your subscriptions are in <a href="subscriptions.opml">subscriptions.opml</a>, and every article
again in articles.ndjson. <code>node check-archive.mjs</code> tells whether a file was changed since.</p>
<ul>
${rows.join('\n')}
</ul>`,
  );
}

/** A line of a month's page. */
export function indexLine(article: ArchivedPage): string {
  const moment = new Date(momentOfId(article.id)).toISOString();
  const title = escapeHtml(article.title || article.feed_title);
  return `<li><time datetime="${moment}">${moment.slice(8, 16).replace('T', ' ')}</time> <a href="${article.id}.html" dir="auto">${title}</a> · <span dir="auto">${escapeHtml(article.feed_title)}</span></li>`;
}

/** `lines` in the order of their time; the newest comes first on the page. */
export function monthIndexHtml(month: string, lines: readonly string[]): string {
  return page(
    monthName(month),
    `<p><a href="../../index.html">All months</a> · ${counted(lines.length)}</p>
<ul>
${lines.toReversed().join('\n')}
</ul>`,
  );
}

function counted(articles: number): string {
  return `${articles} ${articles === 1 ? 'article' : 'articles'}`;
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function monthName(month: string): string {
  return monthFormat.format(new Date(`${month}-01T00:00:00Z`));
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<style>body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 Georgia,serif}ul{padding:0;list-style:none}li{margin:.3rem 0}time,span{color:#666}</style></head>
<body><h1>${title}</h1>
${body}
</body></html>
`;
}
