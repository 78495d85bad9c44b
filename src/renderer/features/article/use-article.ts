/** The open article, whole; and the next one asked for beforehand, so that J shows it at once. */
import { useEffect } from 'react';
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { offerArticles } from '../../app/current-article.ts';
import { learnBits } from '../../client/article-bits.ts';
import { queryClient } from '../../client/client.ts';
import { askKey, useAsk } from '../../client/use-ask.ts';
import { useStore } from '../../lib/store.ts';
import { sourceOf, textSource } from './text-source.ts';

export interface OpenArticle {
  readonly article: Article | undefined;
  /** Why there is none, in a sentence. */
  readonly failure: string | null;
  readonly askAgain: () => void;
}

export function useArticle(id: ArticleId): OpenArticle {
  const source = useStore(textSource, (value) => value);
  const { from } = sourceOf(source, id);
  const { data, error, refetch } = useAsk('articles.get', from === null ? { id } : { id, textFrom: from });
  useEffect(() => {
    if (data) learnBits([data]);
  }, [data]);
  // While the other text is asked for, the one before stays: the page keeps its place.
  const article = data ?? loadedArticle(id);
  const failure = article === undefined ? (error?.failure.message ?? null) : null;
  return { article, failure, askAgain: () => void refetch() };
}

/** The article as it is held now, for commands. */
export function loadedArticle(id: ArticleId): Article | undefined {
  const { from } = sourceOf(textSource.get(), id);
  const own =
    from === null ? undefined : queryClient.getQueryData<Article>(askKey('articles.get', { id, textFrom: from }));
  return own ?? queryClient.getQueryData<Article>(askKey('articles.get', { id }));
}

/** Whoever asks for the open article by its id gets what the page knows. */
export function useOffered(): void {
  useEffect(() => offerArticles((id): ArticleSummary | undefined => loadedArticle(id)), []);
}
