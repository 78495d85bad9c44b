/**
 * Markup in which no more than so many elements are open at once. Parsers, sanitizers and extractors look at all open
 * elements at each tag: a feed that opens 100,000 and closes none of them, or closes what is not open, would hold a worker
 * for minutes. What is cut is tags; their text stays.
 */
import { voidElements } from './clean-tag.ts';

/** Start tags of these end an element of the same name that is open and innermost. */
const closesItsLike: ReadonlySet<string> = new Set('p li dt dd tr td th option optgroup thead tbody tfoot'.split(' '));
/** Their end tags mean something without a start. */
const standAlone: ReadonlySet<string> = new Set(['p', 'br']);
const otherVoids: ReadonlySet<string> = new Set(['area', 'base', 'embed', 'input', 'link', 'meta', 'param']);

const tagStart = /<(\/?)([a-zA-Z][^\s/<>]{0,60})/g;
const restOfTag = /[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/y;

/** The same text where it is not nested deeper than that. About 100 MB a second; never more than its length and `deepest` cost. */
export function cutNesting(html: string, deepest: number): string {
  const open = new OpenElements(deepest);
  let kept = '';
  let at = 0;
  tagStart.lastIndex = 0;
  for (let tag = tagStart.exec(html); tag !== null; tag = tagStart.exec(html)) {
    const name = (tag[2] ?? '').toLowerCase();
    restOfTag.lastIndex = tagStart.lastIndex;
    const isWhole = restOfTag.test(html);
    if (isWhole) tagStart.lastIndex = restOfTag.lastIndex;
    if (tag[1] === '/' ? open.end(name) : open.start(name)) continue;
    kept += html.slice(at, tag.index);
    // half a tag is no tag once its bracket is spelt out
    if (!isWhole) kept += '&lt;';
    at = isWhole ? tagStart.lastIndex : tag.index + 1;
  }
  return at === 0 ? html : kept + html.slice(at);
}

/** Whether more than so many elements are open at once somewhere. */
export function isNestedDeeper(html: string, deepest: number): boolean {
  const open = new OpenElements(deepest);
  for (const [, end, name = ''] of html.matchAll(tagStart)) {
    const lower = name.toLowerCase();
    if (end === '/') open.end(lower);
    else if (!open.start(lower)) return true;
  }
  return false;
}

class OpenElements {
  readonly #deepest: number;
  readonly #names: string[] = [];
  /** Start tags that were cut, whose end tags have to go as well. */
  readonly #cut = new Map<string, number>();

  constructor(deepest: number) {
    this.#deepest = deepest;
  }

  /** False where the tag has to go. */
  start(name: string): boolean {
    if (voidElements.has(name) || otherVoids.has(name)) return true;
    if (closesItsLike.has(name) && this.#names.at(-1) === name) return true;
    if (this.#names.length < this.#deepest) {
      this.#names.push(name);
      return true;
    }
    this.#cut.set(name, (this.#cut.get(name) ?? 0) + 1);
    return false;
  }

  end(name: string): boolean {
    const cut = this.#cut.get(name) ?? 0;
    if (cut > 0) {
      this.#cut.set(name, cut - 1);
      return false;
    }
    const at = this.#names.lastIndexOf(name);
    if (at >= 0) this.#names.length = at;
    return at >= 0 || standAlone.has(name);
  }
}
