/** Opening an article or a story from a page of stories. */
import type { ArticleSummary } from '../../contract/articles.ts';
import { navigate, placeNow } from './navigation.ts';

/** Over the page it was found on; from the reader in its own feed, so that J goes on from there. */
export function openArticle(article: ArticleSummary): void {
  const { screen } = placeNow();
  if (screen === 'reader') navigate({ view: `feed:${article.feedId}`, articleId: article.id });
  else navigate({ screen, articleId: article.id });
}

export function openStory(id: number): void {
  navigate({ screen: 'story', argument: String(id) });
}
