/** What a facet's value is called: the core names states and languages by the word that is typed for them. */
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

/** In the language itself: 'Français'. A code that is none stays as it is. */
function languageName(code: string, label: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
    return name === undefined ? label : name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    return label; // Not a code at all: feeds may give anything.
  }
}
