/** The articles that a query finds: as you type, after a short pause; the answer before stays until the new one is there. */
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { learnBits } from '../../client/article-bits.ts';
import { ask, type CallFailed } from '../../client/client.ts';
import { sessions, useRetryIfWanted } from './session.ts';
import { usePaused } from './use-paused.ts';

type Answer = OutputOf<'articles.search'>;
export type Hit = Answer['articles'][number];
export type Order = 'best' | 'newest' | 'oldest';

export interface Hits {
  readonly hits: readonly Hit[];
  /** What is known of them all; undefined before the first answer. */
  readonly about: Answer | undefined;
  readonly isBusy: boolean;
  /** What is shown, if anything, was found for another query. */
  readonly isBehind: boolean;
  /** Why there are none; or, with some, why there are no more of them. */
  readonly failure: string | null;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly retry: () => void;
}

const pauseMs = 120;
const pageHits = 50;
const noHits: readonly Hit[] = [];

/** From the second letter on; in scripts whose letters are words, from the first. */
export function isSearchable(query: string): boolean {
  const text = query.trim();
  return text.length >= 2 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

/** The query as it is searched for: a little behind the typing. Empty while there is too little of it. */
export function useSearchedQuery(text: string): string {
  const paused = usePaused(text.trim(), pauseMs);
  return isSearchable(paused) && isSearchable(text) ? paused : '';
}

export function useHits(query: string, order: Order): Hits {
  const retry = useRetryIfWanted(`${query}\n${order}`);
  const answer = useInfiniteQuery<Answer, CallFailed, InfiniteData<Answer>, readonly string[], string | null>({
    queryKey: ['articles.search', query, order],
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const asked = { query, order, limit: pageHits, session: sessions.list, ...cursor };
      const page = await ask('articles.search', asked);
      learnBits(page.articles);
      return page;
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.cursor ?? null,
    enabled: query !== '',
    placeholderData: (before) => (query === '' ? undefined : before),
    retry,
    retryDelay: 0,
  });
  const pages = query === '' ? undefined : answer.data?.pages;
  const hits = useMemo(() => pages?.flatMap((page) => page.articles) ?? noHits, [pages]);
  // The next letter ended it: the answer to that is on its way.
  const failure = answer.error?.failure.code === 'cancelled' ? undefined : answer.error?.failure;
  const isFailed = pages === undefined || answer.isFetchNextPageError;
  return {
    hits,
    about: pages?.[0],
    isBusy: answer.isFetching || answer.isPlaceholderData,
    isBehind: query !== '' && (answer.isPending || answer.isPlaceholderData),
    failure: (isFailed && failure?.message) || null,
    hasMore: answer.hasNextPage,
    more: () => {
      if (answer.hasNextPage && !answer.isFetching && !answer.isFetchNextPageError) void answer.fetchNextPage();
    },
    retry: () => void (pages === undefined ? answer.refetch() : answer.fetchNextPage()),
  };
}
