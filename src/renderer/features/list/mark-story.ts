/** Marks all reports of a row's story together: one step of undo. */
import type { ArticleId } from '../../../contract/ids.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { markArticles } from '../../client/mark-articles.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';
import { storyOf } from './list-model.ts';

/** `id`: any article of the story. */
export async function markStoryRead(id: ArticleId): Promise<void> {
  const unread = storyOf(id)?.members.filter((member) => bitsOf(member).unread) ?? [];
  if (unread.length === 0) return showToast({ text: 'All reports of this story are read' });
  const result = await markArticles(
    unread.map((member) => member.id),
    { unread: false },
  );
  if (!result.ok) toastFailure(result.error.message);
  else toastDone(`Marked ${counted(unread.length, 'report', 'reports')} of this story read`, result.value.operationId);
}
