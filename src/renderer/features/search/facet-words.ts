/** What a facet's value is called: the core names states and languages by the word that is typed for them. */
import { languageName } from '../../lib/language-name.ts';
import type { Facet, FacetValue } from './use-facets.ts';

const states: Readonly<Record<string, string>> = {
  unread: 'Unread',
  read: 'Read',
  starred: 'Starred',
  later: 'Read later',
  edited: 'Edited',
  hidden: 'Hidden',
};

export function facetWords(name: Facet['name'], { value, label }: Pick<FacetValue, 'value' | 'label'>): string {
  if (name === 'is') return states[value] ?? label;
  return name === 'lang' ? languageName(value, label) : label;
}
