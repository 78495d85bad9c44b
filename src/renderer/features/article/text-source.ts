/** Which text of the open article is shown: what the feed sent, or the whole of its page, fetched when asked for. */
import type { Article } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { learnBits } from '../../client/article-bits.ts';
import { client, queryClient } from '../../client/client.ts';
import { askKey } from '../../client/use-ask.ts';
import { createStore } from '../../lib/store.ts';

export interface TextSource {
  readonly id: ArticleId;
  /** null: whichever the library thinks best. */
  readonly from: 'feed' | 'page' | null;
  readonly state: 'shown' | 'fetching' | 'failed';
  readonly trouble: string | null;
}

export const textSource = createStore<TextSource | null>(null);

export function sourceOf(value: TextSource | null, id: ArticleId): TextSource {
  return value?.id === id ? value : { id, from: null, state: 'shown', trouble: null };
}

export function showFeedText(id: ArticleId): void {
  textSource.set({ id, from: 'feed', state: 'shown', trouble: null });
}

/** Which text is shown, or on its way: what the choice in the bar says, and what the key turns round. */
export function shownFrom({ state, from }: TextSource, article: Pick<Article, 'textFrom'>): 'feed' | 'page' {
  return state === 'fetching' ? 'page' : (from ?? article.textFrom);
}

/** Shows the page's text, fetching it first if the library has not got it. The feed's text stays until it is there. */
export async function showFullText(article: Pick<Article, 'id' | 'hasFullText'>): Promise<void> {
  const { id } = article;
  if (article.hasFullText) {
    textSource.set({ id, from: 'page', state: 'shown', trouble: null });
    return;
  }
  const waiting: TextSource = { id, from: 'feed', state: 'fetching', trouble: null };
  textSource.set(waiting);
  const result = await client.call('articles.fullText', { id });
  if (result.ok) {
    learnBits([result.value]);
    queryClient.setQueryData(askKey('articles.get', { id, textFrom: 'page' }), result.value);
    void queryClient.invalidateQueries({ queryKey: askKey('articles.get', { id }) });
  }
  // The reader has gone on, or back to the feed's text.
  if (textSource.get() !== waiting) return;
  textSource.set(
    result.ok
      ? { id, from: 'page', state: 'shown', trouble: null }
      : { id, from: 'feed', state: 'failed', trouble: result.error.message },
  );
}
