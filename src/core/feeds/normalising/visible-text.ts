/** The text a person sees of a title, a name or a short description. */

import { withoutComments, withoutElements } from '../../lib/without-elements.ts';
import { decodeEntities } from '../parsing/decode-entities.ts';

const tag =
  /<\/?(?:a|abbr|acronym|address|article|b|bdi|bdo|big|blink|blockquote|br|center|cite|code|dd|del|dfn|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|nobr|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr)(?:[\s/][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*)?>/gi;
const longest = 10_000; // a title or a name; also keeps a hostile one from costing time
const unseen = { start: /<(script|style)\b[^<>]*>/gi, instead: ' ', unclosed: 'stays' } as const;

/** Drops HTML's own tags, decodes references, folds white space. Anything else in angle brackets is text. */
export function visibleText(given: string): string {
  const html = given.length > longest ? given.slice(0, longest) : given;
  const bare = html.includes('<')
    ? withoutComments(withoutElements(html, unseen), ' ').replace(tag, (found) => (breaksLine(found) ? ' ' : ''))
    : html;
  return foldSpace(decodeEntities(bare));
}

function breaksLine(found: string): boolean {
  return /^<\/?(?:p|br|div|li|h[1-6]|hr|td|tr|dd|dt|blockquote)\b/i.test(found);
}

export function foldSpace(text: string): string {
  return (/\s{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
