/** The reader's own word on what belongs together. Each is remembered, and one undo takes it back. */
import type { ArticleId, OperationId } from '../../../contract/ids.ts';
import type { StoryBoard } from '../../../contract/stories.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { client, queryClient } from '../../client/client.ts';
import { markArticles } from '../../client/mark-articles.ts';
import { headlineOf } from '../../lib/headline.ts';
import { counted } from '../../lib/numbers.ts';
import { showToast } from '../../ui/toast.tsx';

export async function splitOff(id: number, articles: readonly ArticleId[]): Promise<void> {
  const result = await client.call('stories.split', { id, articles: [...articles] });
  if (!result.ok) return toastFailure(result.error.message);
  await done(`${counted(articles.length, 'article is', 'articles are')} a story apart now`, result.value.operationId);
}

export async function notThisStory(articleId: ArticleId): Promise<void> {
  const result = await client.call('stories.notThis', { articleId });
  if (!result.ok) return toastFailure(result.error.message);
  await done('Taken out of the story', result.value.operationId);
}

export async function mergeWith(id: number, other: number): Promise<void> {
  const result = await client.call('stories.merge', { id, with: other });
  if (!result.ok) return toastFailure(result.error.message);
  await done('The two are one story now', result.value.operationId);
  const { screen, argument } = placeNow();
  // The reader may have gone on meanwhile.
  if (screen !== 'story' || argument !== String(id)) return;
  navigate({ screen: 'story', argument: String(result.value.storyId) }, { replace: true });
}

export async function muteStory({ id, lead }: StoryBoard, days: number): Promise<void> {
  const result = await client.call('stories.mute', { id, days });
  if (!result.ok) return toastFailure(result.error.message);
  await done(`Muted for ${counted(days, 'day', 'days')}: ${headlineOf(lead)}`, result.value.operationId);
}

export async function followStory({ id, followed }: StoryBoard): Promise<void> {
  const result = await client.call('stories.follow', { id, followed: !followed });
  if (!result.ok) return toastFailure(result.error.message);
  const { operationId } = result.value;
  const text = followed ? 'No longer followed' : 'Followed: what others add is marked on Today';
  if (operationId !== null) await done(text, operationId);
}

export async function unmuteStory(id: number): Promise<void> {
  const mutes = await client.call('mutes.list', {});
  const mute = mutes.ok ? mutes.value.find(({ storyId }) => storyId === id) : undefined;
  if (!mute) return toastFailure(mutes.ok ? 'This story is not muted any more.' : mutes.error.message);
  const result = await client.call('mutes.remove', { id: mute.id });
  if (!result.ok) return toastFailure(result.error.message);
  await done('The story is seen again', result.value.operationId);
}

export async function markStoryRead({ rows }: StoryBoard): Promise<void> {
  const unread = rows.filter(({ article }) => bitsOf(article).unread).map(({ article }) => article.id);
  if (unread.length === 0) return showToast({ text: 'The story is read already' });
  const result = await markArticles(unread, { unread: false });
  if (!result.ok) return toastFailure(result.error.message);
  toastDone(`${counted(unread.length, 'article', 'articles')} of the story marked read`, result.value.operationId);
}

async function done(text: string, operationId: OperationId): Promise<void> {
  toastDone(text, operationId);
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^(stories|mutes)\./.test(String(queryKey[0])) });
}
