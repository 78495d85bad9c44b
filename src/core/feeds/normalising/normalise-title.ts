/** The title as a person reads it. */

import type { RawElement, RawFields } from './raw-fields.ts';
import { foldSpace, visibleText } from './visible-text.ts';

/** Empty when there is none. */
export function titleText(raw: RawFields): string {
  for (const name of ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']) {
    for (const element of raw.all(name)) {
      const text = elementText(element);
      if (text !== '') return text;
    }
  }
  return '';
}

/** Atom's `type="text"` means what it says; every other title may hold markup. */
export function elementText({ text, attributes }: RawElement): string {
  return attributes.t === 'text' ? foldSpace(text) : visibleText(text);
}
