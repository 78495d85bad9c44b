/** Clears the start of an extracted text of what stands between headline and first sentence on a page. */

import { type PageElement, parsePage, textOf } from './page-dom.ts';

const blocks = 'p, div, li, figcaption, time, h2, h3, h4, h5, blockquote, pre, td, dd, section, span, a';
const mostBlocks = 12;

/**
 * Markup without dates, counts and sharing buttons before its first sentence, without the headline a second time, and
 * without a picture at its very top that is the lead picture, which is shown above the text anyway.
 */
export function withoutOpeningClutter(
  markup: string,
  { title, pictureUrl }: { readonly title: string; readonly pictureUrl: string | undefined },
): string {
  const page = parsePage(markup);
  const goes = new Set<PageElement>();
  for (const element of page.querySelectorAll(blocks)) {
    const text = textOf(element);
    if (text === '' || element.querySelector('p, div, li, h2, h3, blockquote, pre, td, dd, figure') !== null) continue;
    if (goes.size >= mostBlocks) break;
    if ([...goes].some((gone) => contains(gone, element))) continue;
    const figure = element.closest('figure');
    if (figure !== null && holdsPicture(figure, pictureUrl)) {
      goes.add(figure);
    } else if (isClutter(text, title) && element.querySelector('img') === null) {
      goes.add(element);
    } else {
      break;
    }
  }
  for (const element of goes) element.remove();
  return goes.size === 0 ? markup : (page.querySelector('body')?.innerHTML ?? markup);
}

function contains(outer: PageElement, inner: PageElement): boolean {
  for (let element: PageElement | null = inner; element !== null; element = element.parentElement) {
    if (element === outer) return true;
  }
  return false;
}

function holdsPicture(figure: PageElement, pictureUrl: string | undefined): boolean {
  const name = /\/([^/?#]+)(?:[?#]|$)/.exec(pictureUrl?.replace(/^https?:\/\/[^/]+/, '') ?? '')?.[1];
  return name !== undefined && figure.querySelector('img') !== null && figure.innerHTML.includes(name);
}

const numbers = /^[\d\s:.,/|年月日時分()·-]+$/;
const date =
  /^(?:(?:published|updated|posted|last updated|on)?\W*)?(?:\w+day,?\s*)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?|\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?)\s*\d{0,4}[\s\d:,.apmetscg·|-]*$/i;
const sharing =
  /^(?:(?:\d+[km]?\s+)?(?:tweet|share|shares|print|e-?mail|facebook|twitter|whatsapp|linkedin|pinterest|reddit|copy link|save|listen|comments?|reply|advertisement|ad|印刷|メール|ダウンロード|クリップ|シェア|ツイート|分享|打印)[^\p{L}\p{N}]*)+$/iu;

function isClutter(text: string, title: string): boolean {
  return text.length < 60
    ? numbers.test(text) || date.test(text) || sharing.test(text) || sameText(text, title)
    : sameText(text, title);
}

function sameText(text: string, title: string): boolean {
  return title !== '' && text.toLowerCase() === title.toLowerCase();
}
