/** A few words about cookies over buttons to choose by are a question for consent, in whatever words and language. */
import { type PageDocument, type PageElement, textOf } from '../page-dom.ts';

const cookies = /cookie|kakor|informasjonskapsl|evästei|クッキー|ملفات تعريف الارتباط|çerez|쿠키/i;
// What they are for. A recipe for cookies names none of it.
const purposes =
  /partner|consent|privacy|advert|personali|anzeige|werb|publicit|traceur|anunci|anúnci|annunc|annon|reklam|advertent|samtyk|toestem|mainon|zgod|広告|同意|إعلان|광고/i;

const leastButtons = 2;
const mostButtons = 40; // a question has a few, and stands over the page

export function asksForCookies(text: string): boolean {
  return cookies.test(text) && purposes.test(text);
}

/** True when buttons stand beside such words; those of an article, to share or to keep it, stand in a row of their own. */
export function hasConsentButtons(page: PageDocument): boolean {
  const asking = new Map<PageElement, boolean>();
  const beside = [...page.querySelectorAll('button')].slice(0, mostButtons).filter(({ parentElement: box }) => {
    if (box === null) return false;
    const isAsking = asking.get(box) ?? (isSmall(box) && asksForCookies(textOf(box)));
    asking.set(box, isAsking);
    return isAsking;
  });
  return beside.length >= leastButtons;
}

function isSmall(box: PageElement): boolean {
  return !['html', 'body', 'main', 'article'].includes(box.localName) && box.querySelector('article, time') === null;
}
