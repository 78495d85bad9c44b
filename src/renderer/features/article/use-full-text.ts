/** Fetches the whole text of the open article where its feed sends only how it begins. */
import { useEffect } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { fetchAhead } from './text-source.ts';

/** Whoever steps through a list asks no site for the pages passed by. */
const restMs = 350;

export function useFullText(article: Article | undefined): void {
  const isWanted = article?.wantsFullText === true && article.fullTextState === 'none';
  const id = article?.id;
  useEffect(() => {
    if (!isWanted || id === undefined) return;
    const timer = setTimeout(() => void fetchAhead(id), restMs);
    return () => clearTimeout(timer);
  }, [isWanted, id]);
}
