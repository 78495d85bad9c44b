/** Reads a subscription list away from the shell's thread: it may hold thousands of feeds. */
import { fail, type Result } from '../../../contract/errors.ts';
import { parseOpml } from '../../opml/parse-opml.ts';
import type { OpmlList } from '../../opml/subscription-list.ts';
import type { TaskContext } from '../task-context.ts';

export function opmlTask(
  _context: TaskContext,
  input: { readonly text: string | null; readonly base64: string | null },
): Result<OpmlList> {
  if (input.base64 !== null) return parseOpml(Buffer.from(input.base64, 'base64'));
  if (input.text !== null) return parseOpml(input.text);
  return fail('bad_input', 'An import needs the text of the list, or the file itself.');
}
