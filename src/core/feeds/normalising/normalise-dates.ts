/** When an article was published and last changed, from the elements of six vocabularies. */

import type { EpochMs } from '../../lib/clock.ts';
import { parseDate } from './parse-date.ts';
import type { RawFields } from './raw-fields.ts';

const publishedNames = [
  ...['pubdate', 'x.published', 'issued', 'atom:published', 'dcterms:issued', 'dc:date', 'date', 'dcterms:date'],
  ...['created', 'dcterms:created'],
];
const updatedNames = ['x.updated', 'modified', 'atom:updated', 'dcterms:modified'];

/** An article that says only when it changed was published no later: `published` is then the same moment. */
export function normaliseDates(raw: RawFields): { published?: EpochMs; updated?: EpochMs } {
  const updated = firstDate(raw, updatedNames, 'last');
  const published = firstDate(raw, publishedNames, 'first') ?? updated;
  return { ...(published === undefined ? {} : { published }), ...(updated === undefined ? {} : { updated }) };
}

/** Of several elements of one name, the last `updated` is the latest word. */
function firstDate(raw: RawFields, names: readonly string[], which: 'first' | 'last'): EpochMs | undefined {
  for (const name of names) {
    const dates = raw.all(name).map(({ text }) => parseDate(text));
    const date = which === 'first' ? dates.find(isDate) : dates.findLast(isDate);
    if (date !== undefined) return date;
  }
  return undefined;
}

function isDate(date: EpochMs | undefined): date is EpochMs {
  return date !== undefined;
}
