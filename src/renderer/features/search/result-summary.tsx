/** How many were found, in what order they stand, and what is not quite so. */

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { focusRegion } from '../../app/regions.ts';
import { ask, type CallFailed } from '../../client/client.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { sessions, useRetryIfWanted } from './session.ts';
import type { Hits, Order } from './use-hits.ts';

interface ResultSummaryProps {
  readonly search: Hits;
  readonly query: string;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

const orders = [
  { value: 'best', label: 'Best match' },
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
] as const;

export function ResultSummary({ search, query, order, onOrder }: ResultSummaryProps) {
  const { about } = search;
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const retry = useRetryIfWanted(query);
  const all = useQuery<number, CallFailed>({
    queryKey: ['articles.search', query, 'countAll'],
    queryFn: async () =>
      (await ask('articles.search', { query, order: 'newest', limit: 1, countAll: true, session: sessions.count }))
        .total,
    enabled: askedFor === query && query !== '',
    retry,
    retryDelay: 0,
  });
  const isCounted = all.data !== undefined;
  useEffect(() => {
    // The button that had the focus went with its work.
    if (isCounted && document.activeElement === document.body) focusRegion('list');
  }, [isCounted]);
  const countAll = () => {
    if (all.isError) void all.refetch();
    setAskedFor(query);
  };
  if (!about) return null;
  const whole = about.totalIsExact ? about.total : all.data;
  return (
    <div className="cap">
      <b className="num" role="status">
        {whole === undefined ? `${exactCount(about.total)}+ articles` : counted(whole, 'article', 'articles')}
      </b>
      {whole === undefined && (
        <button type="button" className="link link-button" disabled={all.isFetching} onClick={countAll}>
          {all.isFetching ? 'Counting…' : 'Count all'}
        </button>
      )}
      {all.error && !all.isFetching && (
        <p className="cap-note count-failed" role="alert">
          They could not be counted. {all.error.failure.message}
        </p>
      )}
      <span className="t3 num hide-narrow">found in {exactCount(Math.max(1, Math.round(about.ms)))} ms</span>
      <span className="grow" />
      <Segmented label="Order" value={order} onChange={onOrder} choices={orders} />
      {!about.rankedAll && (
        <p className="t3 cap-note">
          The newest hits are ranked; older ones were not weighed against them. More words give better results.
        </p>
      )}
    </div>
  );
}
