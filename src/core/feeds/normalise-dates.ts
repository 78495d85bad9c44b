/** When an article was published and last changed, from the elements of six vocabularies. */

import type { EpochMs } from '../lib/clock.ts';
import { parseDate } from './parse-date.ts';
import type { RawFields } from './raw-fields.ts';

const publishedNames = [
  ...['pubdate', 'published', 'issued', 'atom:published', 'dcterms:issued', 'dc:date', 'date', 'dcterms:date'],
  ...['created', 'dcterms:created'],
];
const updatedNames = ['updated', 'modified', 'atom:updated', 'dcterms:modified'];

/** An article that says only when it changed was published no later: `published` is then the same moment. */
export function normaliseDates(raw: RawFields): { published?: EpochMs; updated?: EpochMs } {
  const updated = firstDate(raw, updatedNames);
  const published = firstDate(raw, publishedNames) ?? updated;
  return { ...(published === undefined ? {} : { published }), ...(updated === undefined ? {} : { updated }) };
}

function firstDate(raw: RawFields, names: readonly string[]): EpochMs | undefined {
  for (const name of names) {
    for (const { text } of raw.all(name)) {
      const date = parseDate(text);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}
