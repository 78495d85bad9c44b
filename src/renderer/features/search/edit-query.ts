/** Writes clicks on a facet, a filter or the histogram into the query: the core knows how its language is written. */
import type { InputOf } from '../../../contract/index.ts';
import { toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';

export type Edit = Omit<InputOf<'search.edit'>, 'query'>;

/** The query as it would be after all of them; as it was when one cannot be made, and the reader is told. */
export async function editQuery(query: string, edits: readonly Edit[]): Promise<string> {
  let present = query;
  for (const edit of edits) {
    const result = await client.call('search.edit', { query: present, ...edit });
    if (!result.ok) {
      toastFailure(result.error.message);
      return query;
    }
    present = result.value.query;
  }
  return present;
}
