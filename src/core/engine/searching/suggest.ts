/** Completes the query as it is typed: operators first, then their values from the archive. */
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { completionPlace } from '../../search/completion-place.ts';
import { operatorHelp } from '../../search/operator-help.ts';
import { printValue } from '../../search/print-query.ts';
import { possessions, states } from '../../search/query-values.ts';
import type { ReadableDb } from '../../store/handles.ts';
import {
  type SuggestedValue,
  suggestAuthors,
  suggestFeeds,
  suggestFolders,
  suggestLanguages,
  suggestSearches,
  suggestSections,
  suggestTags,
} from '../../store/search/suggest-values.ts';

type Suggestion = OutputOf<'search.suggest'>['suggestions'][number];
type Kind = Suggestion['kind'];
type Find = (db: ReadableDb, typed: string, limit: number) => SuggestedValue[];

const fixed =
  (values: readonly string[]): Find =>
  (_db, typed, limit) =>
    values
      .filter((value) => value.startsWith(typed.toLowerCase()))
      .slice(0, limit)
      .map((value) => ({ value, about: null }));

const values: Readonly<Record<string, { readonly kind: Kind; readonly find: Find }>> = {
  source: { kind: 'source', find: suggestFeeds },
  feed: { kind: 'source', find: suggestFeeds },
  folder: { kind: 'folder', find: suggestFolders },
  section: { kind: 'section', find: suggestSections },
  author: { kind: 'author', find: suggestAuthors },
  tag: { kind: 'tag', find: suggestTags },
  lang: { kind: 'language', find: suggestLanguages },
  search: { kind: 'search', find: suggestSearches },
  is: { kind: 'state', find: fixed(states) },
  has: { kind: 'state', find: fixed(possessions) },
  last: { kind: 'date', find: fixed(['24h', '7d', '30d', '6m', '1y']) },
  on: { kind: 'date', find: fixed(['today', 'yesterday']) },
  after: { kind: 'date', find: fixed(['today', 'yesterday']) },
  before: { kind: 'date', find: fixed(['today', 'yesterday']) },
};

export function suggest(db: ReadableDb, input: ParsedInputOf<'search.suggest'>): OutputOf<'search.suggest'> {
  const { from, to, operator, typed } = completionPlace(input.text, input.at);
  if (operator === undefined) {
    const wanted = typed.toLowerCase();
    const suggestions = operatorHelp
      .filter(({ name }) => name.startsWith(wanted))
      .slice(0, input.limit)
      .map(({ name, about, example }): Suggestion => ({ kind: 'operator', text: `${name}:`, label: example, about }));
    return { from, to, suggestions };
  }
  const source = Object.hasOwn(values, operator) ? values[operator] : undefined;
  const suggestions = (source?.find(db, typed, input.limit) ?? []).map(
    ({ value, about, feedId }): Suggestion => ({
      kind: source?.kind ?? 'operator',
      text: `${printValue(value)} `,
      label: value,
      about,
      ...(feedId !== undefined && { feedId }),
    }),
  );
  return { from, to, suggestions };
}
