/** What would find more, asked for once a query has found nothing or nearly nothing. */
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../contract/index.ts';
import { ask, type CallFailed } from '../../client/client.ts';
import { sessions, useRetryIfWanted } from './session.ts';
import type { Hits } from './use-hits.ts';

export type Alternatives = OutputOf<'search.alternatives'>;

/** With more hits than this the reader has what was meant, or sees what was not. */
const fewHits = 3;

/** Undefined while it is not known, or not wanted. */
export function useAlternatives(query: string, hits: Hits): Alternatives | undefined {
  const { about, isBusy } = hits;
  const isLittle = about !== undefined && !isBusy && about.totalIsExact && about.total <= fewHits;
  const answer = useQuery<Alternatives, CallFailed>({
    queryKey: ['search.alternatives', query],
    queryFn: () => ask('search.alternatives', { query, session: sessions.alternatives }),
    enabled: query !== '' && isLittle,
    retry: useRetryIfWanted(query),
    retryDelay: 0,
  });
  return isLittle ? answer.data : undefined;
}
