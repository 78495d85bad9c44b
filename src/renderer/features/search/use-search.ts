/** One search: its text, what that finds, what stands beside it, and what keys and clicks do with both. */
import { useRef, useState } from 'react';
import { hasDate } from './query-filters.ts';
import { useFacets } from './use-facets.ts';
import { useHitKeys } from './use-hit-keys.ts';
import { isSearchable, type Order, useHits, useSearchedQuery } from './use-hits.ts';
import { useParsed } from './use-parsed.ts';
import { useQueryEdits } from './use-query-edits.ts';
import { useQueryText } from './use-query-text.ts';
import { useToResults } from './use-to-results.ts';

export function useSearch(argument: string | null) {
  const [text, setText] = useQueryText(argument);
  const [order, setOrder] = useState<Order>('best');
  const query = useSearchedQuery(text);
  const parsed = useParsed(text);
  const hits = useHits(query, order);
  const beside = useFacets(query, hasDate(parsed.parts));
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toField = () => field.current?.focus();
  const keys = useHitKeys(hits, text, `${query}\n${order}`, toField);
  const isBehind = isSearchable(text) && (query !== text.trim() || hits.isBehind);
  const toResults = useToResults({ text, isBehind, keys, field, list });
  const edits = useQueryEdits(text, setText);
  /** Begins an operator in the field, for values that are not listed. */
  const onType = (operator: string) => {
    setText(`${text.trimEnd()} ${operator}:`);
    toField();
  };
  return { text, setText, order, setOrder, query, parsed, hits, beside, field, list, keys, toResults, edits, onType };
}
