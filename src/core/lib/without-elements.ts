/**
 * Takes parts out of markup in one pass from left to right. A single pattern for start, content and end would search for
 * the end anew from each start that has none, which takes the square of the length.
 */

export interface LeftOut {
  /** Finds start tags, or their beginnings, with the element's name as its first group; global. */
  readonly start: RegExp;
  /** What stands in the place of each. */
  readonly instead: string;
  /** An element that is never closed goes with all that follows, as a browser has it; otherwise it stays. */
  readonly unclosed: 'goes' | 'stays';
}

/** Each element of those names with all it holds, up to the next end tag of its name. Linear. */
export function withoutElements(html: string, { start, instead, unclosed }: LeftOut): string {
  const neverClosed = new Set<string>();
  let kept = '';
  let at = 0;
  start.lastIndex = 0;
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    const name = found[1]?.toLowerCase() ?? '';
    const end = neverClosed.has(name) ? undefined : endTagAfter(html, name, start.lastIndex);
    if (end === undefined) neverClosed.add(name);
    if (end === undefined && unclosed === 'stays') continue;
    kept += html.slice(at, found.index) + instead;
    at = end ?? html.length;
    start.lastIndex = at;
    if (end === undefined) break;
  }
  return at === 0 ? html : kept + html.slice(at);
}

const endTags = new Map<string, RegExp>();

/** Where the next end tag of that name is over. */
function endTagAfter(html: string, name: string, from: number): number | undefined {
  const end = endTags.get(name) ?? new RegExp(`</${name}(?:\\s[^<>]*)?>`, 'gi');
  endTags.set(name, end);
  end.lastIndex = from;
  return end.exec(html) === null ? undefined : end.lastIndex;
}

/** Comments that are closed; from one that is not on everything stays. */
export function withoutComments(html: string, instead: string): string {
  let kept = '';
  let at = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', at)) {
    const close = html.indexOf('-->', open + 4);
    if (close < 0) break;
    kept += html.slice(at, open) + instead;
    at = close + 3;
  }
  return at === 0 ? html : kept + html.slice(at);
}
