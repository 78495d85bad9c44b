/** Asks for an article before it is opened; the page then finds it in the answers that are held. */
import type { ArticleId } from '../../contract/ids.ts';
import { ask, queryClient } from './client.ts';
import { askKey } from './use-ask.ts';

export function prepareArticle(id: ArticleId): Promise<void> {
  return queryClient.prefetchQuery({
    queryKey: askKey('articles.get', { id }),
    queryFn: () => ask('articles.get', { id }),
  });
}
