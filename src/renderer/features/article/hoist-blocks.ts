/**
 * Takes away the boxes that a page puts around its blocks. Spacing is a matter between neighbours, and a paragraph and
 * the heading before it are neighbours only when no box stands between them.
 */

const blockNames: ReadonlySet<string> = new Set(
  'P DIV UL OL DL PRE TABLE FIGURE BLOCKQUOTE H2 H3 H4 H5 H6 HR DETAILS AUDIO VIDEO'.split(' '),
);

/** Touches each box once: a page of 2,000 boxes takes a few ms. */
export function hoistBlocks(fragment: DocumentFragment): void {
  // From the innermost outwards: a box of boxes is one of blocks by then.
  for (const box of [...fragment.querySelectorAll('div')].reverse()) {
    if (box.childElementCount === 0 && isBlank(box.textContent)) removeEmpty(box);
    else if (isOfBlocks(box)) unwrap(box);
  }
}

function isOfBlocks(box: Element): boolean {
  // Its language or direction is said of all that it holds.
  if (box.hasAttribute('dir') || box.hasAttribute('lang')) return false;
  return [...box.childNodes].every((node) =>
    node instanceof Element ? blockNames.has(node.nodeName) : isBlank(node.textContent),
  );
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

/** A place that a link leads to moves on to what stands there. */
function unwrap(box: Element): void {
  const first = box.firstElementChild;
  if (box.id && first && !first.id) first.id = box.id;
  box.replaceWith(...box.childNodes);
}

function removeEmpty(box: Element): void {
  const next = box.nextElementSibling;
  if (box.id && next && !next.id) next.id = box.id;
  box.remove();
}
