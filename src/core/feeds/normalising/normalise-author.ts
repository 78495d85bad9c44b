/** The name of who wrote it, from the many places and forms in which feeds give it. */

import type { RawElement, RawFields } from './raw-fields.ts';
import { visibleText } from './visible-text.ts';

const articleAuthors = ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author', 'googleplay:author'];
const feedAuthors = [
  ...['author', 'atom:author', 'dc:creator', 'dc:author', 'itunes:author', 'managingeditor', 'itunes:owner'],
  ...['googleplay:author', 'webmaster'],
];

export function articleAuthor(raw: RawFields): { author?: string; authors?: readonly string[] } {
  const names = namesIn(raw, articleAuthors);
  if (names.length > 1) return { author: names.join(', '), authors: names };
  const author = names[0] ?? creditedAuthor(raw) ?? raw.first('source')?.attributes.author;
  return author === undefined ? {} : { author };
}

export function feedAuthor(raw: RawFields): string | undefined {
  const names = namesIn(raw, feedAuthors);
  return names.length === 0 ? undefined : names.join(', ');
}

/** The people in the first of these elements that names any; a mail address only where there is no name. */
function namesIn(raw: RawFields, names: readonly string[]): readonly string[] {
  let address: string | undefined;
  for (const name of names) {
    const people = raw.all(name).map(personName);
    const found = [...new Set(people.filter((person) => person !== undefined && !isMailAddress(person)))];
    if (found.length > 0) return found.filter((person) => person !== undefined);
    address ??= people.find((person) => person !== undefined);
  }
  return address === undefined ? [] : [address];
}

function creditedAuthor(raw: RawFields): string | undefined {
  const credit = raw.all('media:credit').find(({ attributes }) => /author|writer/i.test(attributes.role ?? ''));
  return credit === undefined ? undefined : personName(credit);
}

function isMailAddress(text: string): boolean {
  return /^[^\s@]+@\S+$/.test(text);
}

function personName({ text, attributes }: RawElement): string | undefined {
  const given = attributes.name === undefined ? undefined : visibleText(firstLine(attributes.name));
  if (given !== undefined && given !== '') return given;
  const fromText = nameInMailForm(visibleText(text));
  return fromText ?? attributes.email ?? undefined;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** `mail@host (Name)`, `Name <mail@host>`, `Name (mail@host)`, `mail@host Name`. */
function nameInMailForm(text: string): string | undefined {
  // Longer is no name, and would take these patterns too long.
  if (text === '' || text.length > 500) return text === '' ? undefined : text.slice(0, 500);
  const bracketed = /^<?[^\s@(]+@[^\s(>]+>?\s*\((.+)\)$/.exec(text)?.[1];
  const leading = /^"?([^"<>([]+)(?:"\s*)?[<([]\s*(?:mailto:)?[^\s@]+@[^\s>)\]]+\s*[>)\]]/.exec(text)?.[1];
  const mailto = /^mailto:(\S+)$/i.exec(text)?.[1];
  return bracketed?.trim() || leading?.trim() || mailto || text;
}
