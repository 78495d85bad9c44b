/** An article as a page of its own that any browser shows, without scripts and without asking the network. */
import { webAddress } from '../../lib/web-address.ts';
import { sanitizeHtml } from '../../reading/sanitize-html.ts';
import type { ArchivedPage } from '../../store/archive/archive-pages.ts';
import { momentOfId } from '../../store/articles/article-id.ts';
import { escapeHtml } from './escape-html.ts';

/** `pictureAt` gives where a picture lies in the archive, or undefined when it was not kept. */
export function archivePageHtml(page: ArchivedPage, pictureAt: (url: string) => string | undefined): string {
  const title = escapeHtml(page.title || page.feed_title);
  const date = new Date(momentOfId(page.id)).toISOString();
  const by = page.author === null ? '' : ` · ${escapeHtml(page.author)}`;
  const url = webAddress(page.url);
  const address = url === undefined ? '' : `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
  // once more: the library may be somebody else's, and a policy does not keep a page from leading to another
  const body = sanitizeHtml(page.html, { base: undefined, isOurs: true }).replace(
    /(<img\b[^<>]*?\bsrc=")([^"]*)"/gi,
    (_, start: string, src: string) => {
      const path = pictureAt(src.replaceAll('&amp;', '&'));
      return path === undefined ? `${start}" data-address="${src}"` : `${start}../../${path}"`;
    },
  );
  return `<!doctype html>
<html${page.language === null ? '' : ` lang="${escapeHtml(page.language)}"`}>
<head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}img{max-width:100%}</style></head>
<body><h1>${title}</h1>
<p>${escapeHtml(page.feed_title)}${by} · <time datetime="${date}">${date.slice(0, 16).replace('T', ' ')}</time></p>
${body}
${address}</body></html>
`;
}
