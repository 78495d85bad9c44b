/** Subjects of a feed or article, each once, in order. */

import type { RawFields } from './raw-fields.ts';
import { visibleText } from './visible-text.ts';

const mostCategories = 200;

export function categoriesOf(raw: RawFields): readonly string[] {
  const found = new Set<string>();
  for (const name of ['category', 'atom:category', 'dc:subject', 'media:category', 'itunes:category']) {
    for (const { text, attributes } of raw.all(name)) {
      const word = visibleText(attributes.label ?? attributes.term ?? attributes.text ?? text);
      if (word !== '' && found.size < mostCategories) found.add(word);
    }
  }
  for (const keyword of raw.text('itunes:keywords')?.split(',') ?? []) {
    const word = visibleText(keyword);
    if (word !== '' && found.size < mostCategories) found.add(word);
  }
  return [...found];
}
