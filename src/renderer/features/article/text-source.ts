/** Which text of the open article is shown: what the feed sent, or the whole of its page, fetched when it is wanted. */
import type { Article } from '../../../contract/articles.ts';
import type { Result } from '../../../contract/errors.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { learnBits } from '../../client/article-bits.ts';
import { client, queryClient } from '../../client/client.ts';
import { askKey } from '../../client/use-ask.ts';
import { newestFirst } from '../../lib/newest-first.ts';
import { createStore } from '../../lib/store.ts';

export interface TextSource {
  readonly id: ArticleId;
  /** null: whichever the library thinks best. */
  readonly from: 'feed' | 'page' | null;
  /** 'ahead': on its way without having been asked for; the feed's text is what is read meanwhile. */
  readonly state: 'shown' | 'ahead' | 'fetching' | 'failed';
  readonly trouble: string | null;
}

export const textSource = createStore<TextSource | null>(null);

/** Pages on their way: one that is wanted while it is fetched ahead is not fetched again. */
const onTheirWay = new Map<ArticleId, Promise<Result<Article>>>();

/** A browser opens six connections to us, and a page of a slow site holds one: others have to be left for all else. */
const ahead = newestFirst<ArticleId>(2);

export function sourceOf(value: TextSource | null, id: ArticleId): TextSource {
  return value?.id === id ? value : { id, from: null, state: 'shown', trouble: null };
}

export function showFeedText(id: ArticleId): void {
  textSource.set({ id, from: 'feed', state: 'shown', trouble: null });
  void choose(id, 'feed');
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
    await choose(id, 'page');
    return;
  }
  const waiting: TextSource = { id, from: 'feed', state: 'fetching', trouble: null };
  textSource.set(waiting);
  const wasAhead = onTheirWay.has(id);
  const result = await pageOf(id, { automatic: false });
  // The reader has gone on, or back to the feed's text.
  if (textSource.get() !== waiting) return;
  if (result.ok && wasAhead) await choose(id, 'page');
  textSource.set(
    result.ok
      ? { id, from: 'page', state: 'shown', trouble: null }
      : { id, from: 'feed', state: 'failed', trouble: result.error.message },
  );
}

/** Fetches the page of an article that has been opened, as the settings say; a failure is told with the article itself. */
export async function fetchAhead(id: ArticleId): Promise<void> {
  if (textSource.get()?.id === id && textSource.get()?.state !== 'shown') return;
  const waiting: TextSource = { id, from: null, state: 'ahead', trouble: null };
  textSource.set(waiting);
  await pageOf(id, { automatic: true });
  if (textSource.get() === waiting) textSource.set({ ...waiting, state: 'shown' });
}

function pageOf(id: ArticleId, { automatic }: { readonly automatic: boolean }): Promise<Result<Article>> {
  const running = onTheirWay.get(id);
  if (running && !automatic) ahead.hurry(id);
  if (running) return running;
  const fetching = automatic ? ahead.run(id, () => fetchPage(id, true)) : fetchPage(id, false);
  const page = fetching.finally(() => onTheirWay.delete(id));
  onTheirWay.set(id, page);
  return page;
}

async function fetchPage(id: ArticleId, automatic: boolean): Promise<Result<Article>> {
  const result = await client.call('articles.fullText', { id, automatic });
  if (result.ok) {
    learnBits([result.value]);
    queryClient.setQueryData(askKey('articles.get', { id, textFrom: 'page' }), result.value);
  }
  await queryClient.invalidateQueries({ queryKey: askKey('articles.get', { id }) });
  return result;
}

async function choose(id: ArticleId, from: 'feed' | 'page'): Promise<void> {
  // What is held of the article goes stale by the event that follows.
  await client.call('articles.chooseText', { id, from });
}
