/** Boxes over a page that ask for consent: an extractor takes a long one for the article behind it. */
import { type PageDocument, type PageElement, textOf } from '../page-dom.ts';
import { noticesIn } from './notices.ts';

const names = [
  'consent',
  'cookie',
  'gdpr',
  'cmp-',
  'onetrust',
  'didomi',
  'qc-cmp',
  'sp_message',
  'privacy-',
  'usercentrics',
];
const boxes = [
  'dialog',
  '[role="dialog"]',
  '[role="alertdialog"]',
  '[aria-modal="true"]',
  ...names.flatMap((name) => [`[id*="${name}" i]`, `[class*="${name}" i]`]),
].join(', ');

// Characters of text that a page must have beside a box, so that the box is not the page itself.
const leastBeside = 700;
// One sentence of a box may be that of an article; a box says several.
const leastWords = 0.2;

/** Takes them out, where a text stands beside them. Where a box is all that there is, it stays, and is found to be a notice. */
export function removeNoticeBoxes(page: PageDocument): void {
  let beside = textOf(page.querySelector('body')).length;
  for (const box of page.querySelectorAll(boxes)) {
    if (box.parentElement === null || holdsPage(box)) continue;
    const text = textOf(box);
    if (text.length === 0 || beside - text.length < leastBeside) continue;
    const { noticeWords, ownWords, sentencesOf } = noticesIn(text);
    if (!sentencesOf.has('consent') || noticeWords < (noticeWords + ownWords) * leastWords) continue;
    beside -= text.length;
    box.remove();
  }
}

function holdsPage(box: PageElement): boolean {
  return ['html', 'body', 'main', 'article'].includes(box.localName) || box.querySelector('main, article, h1') !== null;
}
