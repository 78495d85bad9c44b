/** The article that single keys act on: the open one. What is known of it comes from the list, the page or a result. */
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { createStore, useStore } from '../lib/store.ts';
import { placeNow } from './navigation.ts';

type Sources = readonly ((id: ArticleId) => ArticleSummary | undefined)[];
const sources = createStore<Sources>([]);

/** Lets whoever holds articles answer for them, until the returned function is called. */
export function offerArticles(find: (id: ArticleId) => ArticleSummary | undefined): () => void {
  sources.set((before) => [...before, find]);
  return () => sources.set((before) => before.filter((source) => source !== find));
}

export function knownArticle(id: ArticleId): ArticleSummary | undefined {
  for (const find of sources.get()) {
    const article = find(id);
    if (article) return article;
  }
  return undefined;
}

export function currentArticle(): ArticleSummary | undefined {
  const id = placeNow().articleId ?? focusedArticle();
  return id === null ? undefined : knownArticle(id);
}

/** On a page of stories: the one whose headline has the focus, or anything else of its card. */
function focusedArticle(): ArticleId | null {
  const present = document.activeElement;
  const headline = present?.closest('.news-card')?.querySelector('[data-article]') ?? present;
  const id = headline instanceof HTMLElement ? headline.dataset.article : undefined;
  return id === undefined ? null : (Number(id) as ArticleId);
}

export const noneChosen: ReadonlySet<ArticleId> = new Set();
/** Articles chosen together (Shift ↓, Ctrl and a click, Ctrl A), until the reader goes elsewhere. */
export const chosenArticles = createStore(noneChosen);

export function useChosen(id: ArticleId): boolean {
  return useStore(chosenArticles, (chosen) => chosen.has(id));
}
