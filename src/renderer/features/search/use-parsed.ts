/** The query taken apart by the core, at each letter: it touches no article, so there is nothing to wait for. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OutputOf } from '../../../contract/index.ts';
import { ask, type CallFailed } from '../../client/client.ts';
import { carryOver, type ParsedText } from './query-parts.ts';

type Parsed = OutputOf<'search.parse'>;

export interface ParsedQuery extends ParsedText {
  readonly hint: string | null;
  readonly marks: Parsed['marks'];
  /** The parts are those of an older text, carried over. */
  readonly isBehind: boolean;
}

type Answer = Parsed & { readonly query: string };

const nothing: Answer = { query: '', parts: [], ignored: [], hint: null, printed: '', marks: [] };

export function useParsed(text: string): ParsedQuery {
  const { data = nothing } = useQuery<Answer, CallFailed>({
    queryKey: ['search.parse', text],
    queryFn: async () => ({ query: text, ...(await ask('search.parse', { query: text })) }),
    placeholderData: (before) => before,
  });
  return useMemo(
    () => ({ ...carryOver(data, text), hint: data.hint, marks: data.marks, isBehind: data.query !== text }),
    [data, text],
  );
}
