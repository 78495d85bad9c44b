/** The little of a document object model that reading a page needs, over linkedom; no window, no styles, nothing runs. */

import { parseHTML } from 'linkedom';

/** A node of any kind: 1 is an element, 3 is text. */
interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly innerHTML: string;
  readonly parentElement: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  replaceWith(...nodes: readonly PageElement[]): void;
  remove(): void;
}

export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: PageElement | null;
}

/** About 10 MB a second. */
export function parsePage(html: string): PageDocument {
  // Without an html element linkedom makes a document of which the markup's first element is the root.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

export function textOf(element: PageElement | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * Takes out of a page what leads extractors astray and puts in what they would lose: drawings go (linkedom's class
 * names of them are objects), typeset formulas give way to the MathML they carry.
 */
export function readyForExtraction(page: PageDocument): PageDocument {
  // Pages saved by some tools, and some content systems, write the content of a meta tag as its value.
  for (const meta of page.querySelectorAll('meta[value]')) {
    if (meta.getAttribute('content') === null) meta.setAttribute('content', meta.getAttribute('value') ?? '');
  }
  for (const formula of page.querySelectorAll('mjx-container, .katex, .MathJax, .mwe-math-element')) {
    const math = formula.querySelector('math');
    if (math !== null) {
      for (const annotation of math.querySelectorAll('annotation, annotation-xml')) annotation.remove();
      formula.replaceWith(math);
    }
  }
  for (const fallback of page.querySelectorAll('noscript')) showLazyPicture(fallback);
  for (const drawing of page.querySelectorAll('svg')) {
    drawing.remove();
  }
  return page;
}

/** A picture that stands only in the fallback for readers without scripts. Beside a placeholder Readability sees to it. */
function showLazyPicture(fallback: PageElement): void {
  const [picture, other] = fallback.querySelectorAll('img');
  const around = fallback.closest('figure, picture') ?? fallback.parentElement;
  const isAlone = picture !== undefined && other === undefined && textOf(fallback) === '';
  if (!isAlone || around === null || [...around.querySelectorAll('img')].length > 1) return;
  fallback.replaceWith(fallback.querySelector('picture') ?? picture);
}
