/** Finds who wrote a page where its metadata does not say, and rids a byline of all that is no name. */

import { type PageDocument, type PageElement, textOf } from './page-dom.ts';

const places = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  'a[rel~="author"]',
  '.byline-name, .byline__name, .author-name, .author__name, .authorName, .contributor-name',
  '.byline a, .author a, .article-author a, .post-author a, .entry-author a, .c-byline a, [class*="byline"] a',
  '.vcard .fn, .byline, .post-author, .entry-author, .article-author, .author, [class*="byline"]',
];
const elsewhere =
  'footer, nav, .comment, .comments, .comment-list, #comments, .related, .sidebar, #sidebar, blockquote';

/** For each place that has any, the names found there; the likeliest place first. */
export function bylinesInPage(page: PageDocument): readonly (readonly string[])[] {
  return places.map((selector) => namesAt(page, selector)).filter((names) => names.length > 0);
}

function namesAt(page: PageDocument, selector: string): readonly string[] {
  const elements = [...page.querySelectorAll(selector)].filter((element) => element.closest(elsewhere) === null);
  const [first] = elements;
  if (first === undefined) {
    return [];
  }
  // Several authors stand together; a name further down is another article's.
  const together = elements.filter((element) => sameBlock(first, element)).slice(0, 6);
  return [...new Set(together.map((element) => cleanByline(textOf(element))).filter((name) => name !== undefined))];
}

function sameBlock(first: PageElement, other: PageElement): boolean {
  return (
    first === other ||
    first.parentElement === other.parentElement ||
    first.parentElement?.parentElement === other.parentElement?.parentElement
  );
}

export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const opening =
  /^(?:(?:written|words|story|posted|published|reported|text|article)\s+)?(?:by|von|par|por|di|door|af|av)(?:\s*[:：]\s*|\s+)|^(?:author|autor|auteur|autore|from)s?\s*[:：]\s*|^(?:投稿者|作者|著者|文|撰文|记者|記者|ライター)\s*[:：]?\s*/i;
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const ending = new RegExp(
  [
    `\\s*[,|•·/–—-]?\\s*\\b(?:${weekday},?\\s+)?${month}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b.*$`,
    `\\s*[,|•·/–—-]?\\s*\\b\\d{1,2}\\.?\\s+${month}\\s+\\d{4}.*$`,
    '\\s*\\d{4}[-年/.]\\s*\\d{1,2}.*$',
    '\\s*@\\w+.*$',
    '\\s*\\b(?:updated|published|posted)\\s+(?:on|at)?.*$',
    '\\s*\\b\\d+\\s+(?:min(?:ute)?s?|hours?|days?)\\b.*$',
    '\\s*(?:\\||•|·|\\s[–—]\\s).*$',
    '\\s*,?\\s*(?:senior\\s+|chief\\s+)?(?:staff writer|contributing writer|contributor|correspondent|(?:staff\\s+)?reporter|follow|watch live)\\s*\\.?$',
  ].join('|'),
  'i',
);
const dateBefore = new RegExp(`^.*\\b${month}\\s+\\d{1,2}.*?\\bby\\s+(?=\\p{Lu})`, 'iu');

const longestByline = 300; // characters; what follows belongs to no name, and would take these expressions long

/** A name or names without "By", date, handle and office; undefined when what is left is no name. */
export function cleanByline(raw: string): string | undefined {
  let name = raw.slice(0, longestByline).replace(/\s+/g, ' ').trim().replace(dateBefore, '').replace(opening, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(ending, '')
      .replace(/(?<=\p{Ll})(?:staff writer|contributor)$/iu, '')
      .trim();
  }
  name = name.replace(/^[\s,:;|–—-]+|(?<![\s,:;|–—-])[\s,:;|–—-]+$/g, '');
  const isName =
    name.length >= 2 &&
    name.length <= 100 &&
    name.split(' ').length <= 12 &&
    !/https?:|^\d|[{}<>]|^(?:see|view|read|more|follow|full bio|profile|about)\b/i.test(name);
  return isName ? inSpokenOrder(name) : undefined;
}

/** "Ode, Kim" as catalogues have it. */
function inSpokenOrder(name: string): string {
  return name.replace(/^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’-]+)$/u, '$2 $1');
}
