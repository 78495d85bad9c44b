/** The first of two unlike sanitizers: run once, where an article is stored. The window's own runs again before showing. */

import sanitize from 'sanitize-html';
import {
  allowedAttributes,
  allowedElements,
  type CleaningPlace,
  cleanTag,
  discardedElements,
  voidElements,
} from './clean-tag.ts';
import { cutNesting } from './cut-nesting.ts';
import { sanitizeSimple } from './sanitize-simple.ts';

/** Larger bodies are cut: no article is that long, and neither a worker nor a window may be held by one. */
const longestHtml = 4_000_000;
const mostTags = 120_000;
/** Parsers look at all that is open at each tag. Far more than any article has. */
const deepestNesting = 120;
const longestTag = 10_000;
const cutOff = '<p><em>The text is cut off here: it is longer than an article can be in Broadsheet.</em></p>';

/**
 * Markup that may be stored and shown: the elements and attributes of clean-tag.ts, every address absolute and
 * http(s) or mailto, no script, no style, no form, no tracking pixel, players as link cards.
 * Pictures keep their publishers' addresses; whoever shows them must send these through our own origin.
 * Costs 0.05 ms for plain markup of 5 KB, about 1 ms where the library has to do it. Never throws.
 */
export function sanitizeHtml(html: string, place: CleaningPlace): string {
  const end = endOfArticle(html);
  const bounded = html.slice(0, end);
  // The simple way may give up half-way: what it counted until then is counted again.
  let pixels = 0;
  const counting = { ...place, onPixel: () => pixels++ };
  let clean = sanitizeSimple(bounded, counting);
  if (clean === undefined) {
    pixels = 0;
    clean = sanitizeByLibrary(bounded, counting);
  }
  for (; pixels > 0; pixels--) place.onPixel?.();
  const filled = clean.includes('<p') ? clean.replace(/<p(?: dir="\w+")?>(?:\s|&nbsp;|<br>)*<\/p>/g, '') : clean;
  return end < html.length ? filled + cutOff : filled;
}

/** Before a tag, so that no half of one is left. */
function endOfArticle(html: string): number {
  // the shortest tag has three characters
  if (html.length <= mostTags * 3) return html.length;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && at < longestHtml; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > mostTags) return at;
  }
  return html.length > longestHtml
    ? Math.max(html.lastIndexOf('<', longestHtml), longestHtml - longestTag)
    : html.length;
}

/** The thorough way, exported for the test that holds both ways to the same answer. */
export function sanitizeByLibrary(html: string, place: CleaningPlace): string {
  // The fallback inside a frame is raw text to a browser; it is never wanted.
  const withoutFallback = withoutFrameText(cutNesting(html, deepestNesting));
  const labels: string[] = [];
  // The attributes object of each element whose tags are to go: the library hands the same object back at its end.
  const leftOut = new WeakSet<object>();
  const clean = sanitize(withoutFallback, {
    allowedTags: [...allowedElements],
    allowedAttributes: { '*': [...allowedAttributes] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: [...discardedElements],
    selfClosing: [...voidElements],
    nestingLimit: 60,
    enforceHtmlBoundary: false,
    parser: { decodeEntities: true },
    exclusiveFilter: (frame) => (leftOut.has(frame.attribs) ? 'excludeTag' : false),
    transformTags: {
      '*': (name, given) => {
        const tag = cleanTag(name, given, place);
        if (tag === undefined) {
          const nothing = {};
          leftOut.add(nothing);
          return { tagName: name, attribs: nothing };
        }
        if (tag.text !== undefined) labels.push(tag.text);
        return { tagName: tag.name, attribs: tag.attributes };
      },
    },
  });
  const shut = clean.replaceAll(' />', '>');
  return labels.length > 0 ? labelCards(shut, labels) : shut;
}

function withoutFrameText(html: string): string {
  if (!/<iframe\b/i.test(html)) return html;
  let kept = '';
  let at = 0;
  const start = /<iframe\b[^<>]*>/gi;
  const end = /<\/iframe\b[^<>]*>/gi;
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    kept += `${html.slice(at, start.lastIndex)}</iframe>`;
    end.lastIndex = start.lastIndex;
    // a frame that is never closed takes all that follows
    at = end.exec(html) === null ? html.length : end.lastIndex;
    start.lastIndex = at;
  }
  return kept + html.slice(at);
}

/** The library closes a card at once and empty; its label goes in here. */
function labelCards(html: string, labels: readonly string[]): string {
  let next = 0;
  return html.replace(
    /(<a class="embed" data-embed="[\w-]+" href="[^"]*">)(?=<\/a>)/g,
    (card: string) => card + (labels[next++] ?? ''),
  );
}
