/** Marks as ranges of the page: words that a link or an emphasis cuts in two are found as one. */
import { findMarks, type Mark } from './find-marks.ts';

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, figcaption, td, th, pre, dt, dd, div, article';
/** What is the article's own: not the names of buttons, nor what belongs to other articles. */
const parts = ':scope > h1, .deck, .body';
/** More than anybody steps through; each is painted. */
const mostRanges = 1000;

export function rangesIn(story: Element, marks: readonly Mark[]): readonly Range[] {
  if (marks.length === 0) return [];
  const ranges: Range[] = [];
  for (const part of story.querySelectorAll(parts)) {
    for (const nodes of blocksOf(part)) {
      ranges.push(...rangesOf(nodes, marks));
      if (ranges.length >= mostRanges) return ranges.slice(0, mostRanges);
    }
  }
  return ranges;
}

/** The texts of the page, those of one paragraph together. */
function blocksOf(root: Element): readonly (readonly Text[])[] {
  const found: Text[][] = [];
  let present: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const block = node.parentElement?.closest(blocks) ?? root;
    if (block === present) found.at(-1)?.push(node);
    else found.push([node]);
    present = block;
  }
  return found;
}

function rangesOf(nodes: readonly Text[], marks: readonly Mark[]): readonly Range[] {
  const text = nodes.map(({ data }) => data).join('');
  return findMarks(text, marks).map(([from, to]) => {
    const range = document.createRange();
    place(nodes, from, (node, at) => range.setStart(node, at));
    place(nodes, to, (node, at) => range.setEnd(node, at));
    return range;
  });
}

function place(nodes: readonly Text[], at: number, set: (node: Text, at: number) => void): void {
  let left = at;
  for (const node of nodes) {
    if (left <= node.length) {
      set(node, left);
      return;
    }
    left -= node.length;
  }
}
