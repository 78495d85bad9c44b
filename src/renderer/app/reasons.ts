/** What a reader can say about a reason: less, more, not this reason at all. */
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ForYouReason } from '../../contract/for-you.ts';
import { client } from '../client/client.ts';
import { showToast } from '../ui/toast.tsx';
import { toastFailure } from './undo.ts';

type Taught = () => void;

export async function sayLess(article: ArticleSummary, reason: ForYouReason | undefined, after: Taught): Promise<void> {
  await say('less-like-this', { article, reason, after });
}

export async function sayMore(article: ArticleSummary, reason: ForYouReason | undefined, after: Taught): Promise<void> {
  await say('more-like-this', { article, reason, after });
}

async function say(
  kind: 'less-like-this' | 'more-like-this',
  about: { readonly article: ArticleSummary; readonly reason: ForYouReason | undefined; readonly after: Taught },
): Promise<void> {
  const { article, reason, after } = about;
  const feature = reason === undefined ? {} : { feature: reason.feature };
  const result = await client.call('reading.record', { id: article.id, kind, ...feature });
  if (!result.ok) return toastFailure(result.error.message);
  const what = reason?.label ?? 'articles like this one';
  showToast({ text: kind === 'less-like-this' ? `You will see less of ${what}` : `You will see more of ${what}` });
  after();
}

/** Leaves rows with it out of For you; the toast lets it back in. */
export async function muteReason(reason: Pick<ForYouReason, 'feature' | 'label'>, after: Taught): Promise<void> {
  const set = async (muted: boolean) => {
    const result = await client.call('forYou.editFeature', { feature: reason.feature, muted });
    if (result.ok) after();
    else toastFailure(result.error.message);
    return result.ok;
  };
  if (!(await set(true))) return;
  showToast({
    text: `Turned off for For you: ${reason.label}`,
    action: { label: 'Turn on again', run: () => void set(false) },
  });
}
