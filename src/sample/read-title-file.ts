/** Reads one title file: a head of "key: value" lines, then articles parted by lines of "===", each a head, an empty line and its text. */

import { fillInDays, offsetMs } from './back-from-start.ts';
import { plainText, proseToHtml, proseToParagraphs } from './prose-to-html.ts';
import type { SampleArticle, SamplePicture, SampleTitle, SpokenSection } from './sample-title.ts';
import { type FeedForm, feedForms } from './sample-title.ts';

type Head = ReadonlyMap<string, string>;

/** Throws on a malformed file: the files ship with the app and a test reads every one. */
export function readTitleFile(slug: string, text: string, startedAt: number): SampleTitle {
  const [first = '', ...parts] = text.split(/^===$/m);
  const head = readHead(first.trim());
  const language = required(head, 'language');
  const section = required(head, 'section');
  return {
    slug,
    title: required(head, 'title'),
    host: `${slug}.example`,
    section,
    folder: head.get('folder') ?? section,
    country: required(head, 'country'),
    language,
    form: readForm(required(head, 'form')),
    encoding: head.get('encoding') === 'windows-1252' ? 'windows-1252' : 'utf-8',
    answers: readAnswers(head.get('answers')),
    about: required(head, 'about'),
    colour: required(head, 'colour'),
    articles: parts.map((part) => readArticle(part.trim(), { startedAt, language, section })),
  };
}

interface Setting {
  readonly startedAt: number;
  readonly language: string;
  readonly section: string;
}

function readArticle(part: string, { startedAt, language, section }: Setting): SampleArticle {
  const gap = part.indexOf('\n\n');
  const filled = (text: string) => fillInDays(text, startedAt, language);
  const head = readHead(filled(gap < 0 ? part : part.slice(0, gap)));
  const prose = filled(gap < 0 ? '' : part.slice(gap + 2));
  const words = (key: string) => plainText(head.get(key) ?? '', language);
  const slug = required(head, 'slug');
  return {
    slug,
    title: words('title'),
    author: head.get('by') ?? '',
    deck: words('deck'),
    publishedAt: startedAt - offsetMs(required(head, 'at')),
    section: head.get('section') ?? section,
    event: head.get('event') ?? '',
    picture: readPicture(head.get('picture'), language),
    html: proseToHtml(prose, { slug, language }),
    paragraphs: proseToParagraphs(prose, language),
    sections: readSections(prose, language),
    hasAudio: head.get('audio') === 'yes',
    correction: head.has('corrected-title')
      ? {
          title: words('corrected-title'),
          from: required(head, 'corrected-from'),
          to: required(head, 'corrected-to'),
          note: words('correction'),
        }
      : undefined,
  };
}

function readHead(text: string): Head {
  const head = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon < 0) throw new Error(`not a "key: value" line: ${line}`);
    head.set(line.slice(0, colon), line.slice(colon + 2).trim());
  }
  return head;
}

function required(head: Head, key: string): string {
  const value = head.get(key);
  if (value === undefined) throw new Error(`missing "${key}" after "${[...head.values()][0] ?? ''}"`);
  return value;
}

/** "file.svg | alternative text | caption | credit" */
function readPicture(line: string | undefined, language: string): SamplePicture | undefined {
  if (line === undefined) return undefined;
  const [file = '', alt = '', caption = '', credit = ''] = line.split('|').map((part) => plainText(part, language));
  return { file, alt, caption, credit };
}

function readSections(prose: string, language: string): SpokenSection[] {
  const [opening = '', ...parts] = prose.split(/^## /m);
  const sections = parts.map((part) => {
    const [heading = '', ...rest] = part.split('\n');
    return { heading: plainText(heading, language), paragraphs: proseToParagraphs(rest.join('\n'), language) };
  });
  const before = proseToParagraphs(opening, language);
  return before.length === 0 ? sections : [{ heading: 'Opening', paragraphs: before }, ...sections];
}

function readForm(value: string): FeedForm {
  const form = feedForms.find((known) => known === value);
  if (form === undefined) throw new Error(`unknown form: ${value}`);
  return form;
}

function readAnswers(value: string | undefined): SampleTitle['answers'] {
  if (value === 'late' || value === 'gone') return value;
  return 'at_once';
}
