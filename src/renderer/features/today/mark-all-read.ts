/** Marks all unread read at once; the toast takes it back. What was starred or kept stays so. */
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';
import { loadEdition } from './edition-model.ts';
import { readingTime } from './words.ts';

/** What came in the newest `keepDays` stays unread; 0 keeps nothing. */
export async function markAllRead(keepDays = 0): Promise<void> {
  const result = await client.call('reading.declareBankruptcy', { keepDays });
  if (!result.ok) return toastFailure(result.error.message);
  const { changed, hours, operationId } = result.value;
  if (changed > 0)
    toastDone(`${counted(changed, 'article', 'articles')} marked read, ${readingTime(hours)}`, operationId);
  else showToast({ text: keepDays > 0 ? 'Nothing is that old: everything stays as it is' : 'All is read already' });
  await loadEdition();
}
