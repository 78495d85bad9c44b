/** The articles that words find: as you type, after a short pause; the answer before stays until the new one is there. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { learnBits } from '../../client/article-bits.ts';
import { ask, type CallFailed } from '../../client/client.ts';

export type Hit = OutputOf<'articles.search'>['articles'][number];

export interface Hits {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly isExact: boolean;
  readonly isBusy: boolean;
  readonly ignored: OutputOf<'articles.search'>['ignored'];
  readonly failure: string | null;
  readonly hasMore: boolean;
  readonly more: () => void;
}

const pauseMs = 120;
const pageHits = 50;

export function useHits(words: string, order: 'best' | 'newest' | 'oldest'): Hits {
  const paused = usePaused(words.trim());
  const answer = useInfiniteQuery<OutputOf<'articles.search'>, CallFailed>({
    queryKey: ['articles.search', paused, order],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam === null ? {} : { cursor: String(pageParam) };
      const page = await ask('articles.search', { query: paused, order, limit: pageHits, ...cursor });
      learnBits(page.articles);
      return page;
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.cursor ?? null,
    enabled: paused !== '',
    placeholderData: (before) => (paused === '' ? undefined : before),
  });
  const pages = paused === '' ? [] : (answer.data?.pages ?? []);
  const first = pages[0];
  return {
    hits: pages.flatMap((page) => page.articles),
    total: first?.total ?? 0,
    isExact: first?.totalIsExact ?? true,
    isBusy: answer.isFetching || paused !== words.trim(),
    ignored: first?.ignored ?? [],
    failure: answer.error?.failure.message ?? null,
    hasMore: answer.hasNextPage,
    more: () => void answer.fetchNextPage(),
  };
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
