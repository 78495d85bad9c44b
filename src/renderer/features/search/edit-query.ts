/** Writes a click on a facet, a filter or the histogram into the query: the core knows how its language is written. */
import type { InputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import type { FilterOperator } from './query-filters.ts';

type Edit = Omit<InputOf<'search.edit'>, 'query'>;

/** The query as it would be then; as it was when it cannot be changed, and the reader is told. */
export async function editQuery(query: string, edit: Edit): Promise<string> {
  const result = await client.call('search.edit', { query, ...edit });
  if (result.ok) return result.value.query;
  toastFailure(result.error.message);
  return query;
}

export async function withoutFilters(query: string, operators: readonly FilterOperator[]): Promise<string> {
  let present = query;
  for (const operator of operators) present = await editQuery(present, { operator, value: null });
  return present;
}
