/** The visible text of HTML: for leads, the search index, word counts and comparing. */

import { Parser } from 'htmlparser2';
import { withoutControls } from '../lib/without-controls.ts';
import { withoutComments, withoutElements } from '../lib/without-elements.ts';

const block =
  /^(?:p|br|hr|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|pre|table|caption|tr|td|th|thead|tbody|tfoot|details|summary|section|article|header|footer|main|aside|nav|address|form|fieldset|option|audio|video|title)$/;

// No bracket outside of quotation marks: one that never ends would be searched for its end from each tag after it.
const tag = /<\/?([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>"'a-zA-Z0-9:-][^<>"']*)?(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g;
const unseen = /<(script|style|template|noscript|rt|rp|head|svg)\b/gi;

/**
 * Text as a person sees it: references decoded, white space drawn together, blocks apart by a line break.
 * Made for sanitised HTML (every bracket is a tag); script and style of other HTML are left out too.
 * About 100 MB a second of plain text, 30 of markup.
 */
export function plainText(html: string): string {
  if (!html.includes('<')) {
    return tidy(html.includes('&') ? decodeReferences(html) : html);
  }
  const visible = withoutUnseen(html);
  const bare = visible.includes('<!--') ? withoutComments(visible, '') : visible;
  const spaced = bare.replace(tag, (_, name: string) => (block.test(name.toLowerCase()) ? '\n' : ''));
  return tidy(spaced.includes('&') ? decodeReferences(spaced) : spaced);
}

function withoutUnseen(html: string): string {
  let visible = html;
  if (visible.includes('class="embed"')) {
    visible = visible.replace(/<a class="embed"[^<>]*>[^<]*<\/a>/g, '\n');
  }
  if (/<(?:script|style|template|noscript|rt|rp|head|svg)\b/i.test(visible)) {
    // The reading beside a ruby base is not part of the sentence.
    visible = withoutElements(visible, { start: unseen, instead: '', unclosed: 'goes' });
  }
  return visible;
}

// Looked for first: to put a space in the place of each single space would write every text anew.
const unevenSpace = /[\t\u00a0\r\u2000-\u200a\u3000]| {2}/;

function tidy(text: string): string {
  const spaced = unevenSpace.test(text) ? text.replace(/[ \t\u00a0\r\u2000-\u200a\u3000]+/g, ' ') : text;
  // last: a run of spaces would be searched for a line break from each of them
  const lined = spaced.includes('\n') ? spaced.replace(/ ?\n\s*/g, '\n') : spaced;
  return lined.replace(/[\u00ad\u200b\ufeff\0]/g, '').trim();
}

const decodedReferences = new Map<string, string>([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&nbsp;', '\u00a0'],
]);

/** Decodes character references as HTML does, legacy names and windows-1252 numbers included. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?/g, (reference) => {
    const known = decodedReferences.get(reference);
    if (known !== undefined) {
      return known;
    }
    const decoded = decodeOne(reference);
    if (decodedReferences.size < 4000) decodedReferences.set(reference, decoded);
    return decoded;
  });
}

function decodeOne(reference: string): string {
  let decoded = '';
  const parser = new Parser({ ontext: (text) => (decoded += text) }, { decodeEntities: true });
  parser.end(reference);
  return withoutControls(decoded);
}
