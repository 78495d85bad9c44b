/** What stands beside the results: counts by source, section and the like, and how the hits lie in time. */
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../contract/index.ts';
import { ask, type CallFailed } from '../../client/client.ts';
import { sessions, useRetryIfWanted } from './session.ts';

type Answer = OutputOf<'search.facets'>;
export type Facet = Answer['facets'][number];
export type FacetValue = Facet['values'][number];

export interface Beside {
  readonly facets: Answer | undefined;
  /** Of the same hits without their dates, so that a range can be widened again. */
  readonly histogram: Answer | undefined;
  readonly failure: string | null;
}

/** `isDated`: dates narrow the query. */
export function useFacets(query: string, isDated: boolean): Beside {
  const facets = useFacetsOf(query, sessions.facets, query !== '');
  const undated = useQuery<string, CallFailed>({
    queryKey: ['search.edit', query, 'date'],
    queryFn: async () => (await ask('search.edit', { query, operator: 'date', value: null })).query,
    enabled: query !== '' && isDated,
    placeholderData: (before) => before,
  });
  const wider = isDated ? (undated.data ?? '').trim() : '';
  const overall = useFacetsOf(wider, sessions.histogram, wider !== '');
  const failure = facets.error?.failure;
  return {
    facets: query === '' ? undefined : facets.data,
    histogram: query === '' ? undefined : wider === '' ? facets.data : (overall.data ?? facets.data),
    failure: failure === undefined || failure.code === 'cancelled' ? null : failure.message,
  };
}

function useFacetsOf(query: string, session: string, enabled: boolean) {
  return useQuery<Answer, CallFailed>({
    queryKey: ['search.facets', query],
    queryFn: () => ask('search.facets', { query, session }),
    enabled,
    placeholderData: (before) => before,
    retry: useRetryIfWanted(query),
    retryDelay: 0,
  });
}
