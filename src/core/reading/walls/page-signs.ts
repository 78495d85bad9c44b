/** What a page says beside the text that was taken out of it, read before an extractor changes the page. */
import { type PageDocument, type PageElement, textOf } from '../page-dom.ts';
import { wordCount } from '../reading-time.ts';
import { hasConsentButtons } from './consent-buttons.ts';
import { type Notices, noticesIn } from './notices.ts';
import { type Offers, offersIn } from './offers.ts';

/** What a page says beside the text that was taken out of it. Read before an extractor changes the page. */
export interface PageSigns {
  /** All that stands on the page where articles stand; not its head, its menus and its foot. */
  readonly shown: Notices;
  /** The parts of the title, and the headings of the first rank. */
  readonly headings: readonly string[];
  /** The headings of the first rank alone. */
  readonly mainHeadings: readonly string[];
  readonly hasPasswordField: boolean;
  /** schema.org's isAccessibleForFree, of the page or a part of it. */
  readonly isFree: boolean | undefined;
  /** An element that is named as what holds text back. */
  readonly hasGate: boolean;
  readonly offers: Offers;
  /** What `shown` was read from: each block and each button on a line of its own. */
  readonly text: string;
  /** The words of what is pressed: buttons, and links of a few words. */
  readonly calls: ReadonlySet<string>;
  readonly hasConsentButtons: boolean;
  /** Two or more, as of a question. */
  readonly hasButtons: boolean;
}

const unseen =
  'script, style, template, noscript, [hidden], [aria-hidden="true"], [style*="display:none" i], [style*="display: none" i], dialog:not([open])';
const frame = 'header, nav, footer, aside';
const gates = [
  'paywall',
  'regwall',
  'pay-wall',
  'subscription-wall',
  'subscribe-wall',
  'article-gate',
  'content-gate',
  'meter-wall',
  'piano-',
  'premium-wall',
  'barrier',
  'locked',
]
  .flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`])
  .join(', ');

export function signsOf(page: PageDocument): PageSigns {
  const text = shownText(page.querySelector('body'));
  const mainHeadings = [...page.querySelectorAll('h1')].map((heading) => textOf(heading).trim());
  const title = textOf(page.querySelector('title')).split(/ [|–—·•:»-] |[|»]/);
  return {
    shown: noticesIn(text),
    headings: [...title.map((part) => part.trim()), ...mainHeadings],
    mainHeadings,
    hasPasswordField: [...page.querySelectorAll('input[type="password" i]')].some(
      (field) => !isAside(field) && field.closest(`${frame}, ${unseen}`) === null,
    ),
    isFree: freeOf(page),
    hasGate: [...page.querySelectorAll(gates)].some(
      (gate) => gate.closest(unseen) === null && !['html', 'body', 'main', 'article'].includes(gate.localName),
    ),
    offers: offersIn(text),
    text,
    calls: callsIn(page),
    hasConsentButtons: hasConsentButtons(page),
    hasButtons:
      [...page.querySelectorAll('button')].filter((button) => button.closest(`${frame}, ${unseen}`) === null).length >=
      2,
  };
}

function callsIn(page: PageDocument): ReadonlySet<string> {
  const pressed = [...page.querySelectorAll('button, a, [role="button"]')].slice(0, mostCalls);
  return new Set(pressed.map((element) => textOf(element)).filter((text) => text !== '' && wordCount(text) <= 6));
}

const mostCalls = 400;

const asideName = /\b(?:comments?|respond|disqus|kommentare?|kommentarer|commentaires|comentarios|newsletter)\b/i;

/** Where readers sign in to comment, or leave their address for letters; the article is read without. */
function isNamedAside(element: PageElement): boolean {
  const name = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`;
  return (
    asideName.test(name) &&
    !['html', 'body', 'main', 'article'].includes(element.localName) &&
    element.querySelector('h1') === null
  );
}

function isAside(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parentElement) if (isNamedAside(at)) return true;
  return false;
}

const outside = new Set([...frame.split(', '), 'script', 'style', 'template', 'noscript']);

/** As `frame` and `unseen` say; a selector asked of each element of a page takes as long as extracting. */
function isOutside(element: PageElement): boolean {
  return (
    outside.has(element.localName) ||
    isNamedAside(element) ||
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s?none/i.test(element.getAttribute('style') ?? '') ||
    (element.localName === 'dialog' && element.getAttribute('open') === null)
  );
}

const apart =
  /^(?:p|div|li|ul|ol|h[1-6]|button|label|legend|td|dd|dt|summary|a|section|article|main|form|table|tr|br)$/;
const mostText = 16_000; // characters; a page with more has an article, or hides its notice in a book

/** The text that is seen where articles stand, each block and each button on a line of its own. */
function shownText(body: PageElement | null): string {
  let text = '';
  const walk = (element: PageElement): void => {
    for (const node of element.childNodes) {
      if (text.length > mostText) return;
      if (node.nodeType === 3) text += (node.textContent ?? '').replace(/\s+/g, ' ');
      if (node.nodeType !== 1) continue;
      const inner = node as PageElement;
      if (isOutside(inner)) continue;
      const isApart = apart.test(inner.localName);
      if (isApart) text += '\n';
      walk(inner);
      if (isApart) text += '\n';
    }
  };
  if (body !== null) walk(body);
  return text;
}

function freeOf(page: PageDocument): boolean | undefined {
  const states = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    [...(script.textContent ?? '').matchAll(/"isAccessibleForFree"\s{0,9}:\s{0,9}"?(true|false)/gi)].map(
      ([, state]) => state?.toLowerCase() === 'true',
    ),
  );
  return states.length === 0 ? undefined : !states.includes(false);
}
