/** One search: its text, what that finds, what stands beside it, and what keys and clicks do with both. */
import { useEffect, useRef, useState } from 'react';
import { useOpenedHit } from './opened-hits.ts';
import { hasDate } from './query-filters.ts';
import { keepSearch } from './recent-searches.ts';
import { keepSearchPlaces, leftSearch, rememberSearch } from './search-places.ts';
import { useAlternatives } from './use-alternatives.ts';
import { useFacets } from './use-facets.ts';
import { useHitKeys } from './use-hit-keys.ts';
import { isSearchable, type Order, useHits, useSearchedQuery } from './use-hits.ts';
import { useParsed } from './use-parsed.ts';
import { useQueryEdits } from './use-query-edits.ts';
import { useQueryText } from './use-query-text.ts';
import { useToResults } from './use-to-results.ts';

/** A search whose results are looked at for so long was meant. */
const meantAfterMs = 3_000;

export function useSearch(argument: string | null) {
  const [text, setText] = useQueryText(argument);
  const [left] = useState(() => leftSearch(argument));
  const [order, setOrder] = useState<Order>(left?.order ?? 'best');
  const query = useSearchedQuery(text);
  const parsed = useParsed(text);
  const hits = useHits(query, order);
  const alternatives = useAlternatives(query, hits);
  useKept(query, hits.hits.length > 0 && !hits.isBehind);
  const beside = useFacets(query, hasDate(parsed.parts));
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toField = () => field.current?.focus();
  const keys = useHitKeys(hits, { text, queryKey: `${query}\n${order}`, first: left?.at ?? 0, toField });
  const isBehind = isSearchable(text) && (query !== text.trim() || hits.isBehind);
  const toResults = useToResults({ text, isBehind, keys, field, list });
  const edits = useQueryEdits(text, setText);
  /** Begins an operator in the field, for values that are not listed. */
  const onType = (operator: string) => {
    setText(`${text.trimEnd()} ${operator}:`);
    toField();
  };
  const found = { hits, alternatives, beside, keys };
  useEffect(keepSearchPlaces, []);
  useEffect(() => {
    if (left) rememberSearch(left);
  }, [left]);
  useEffect(() => rememberSearch({ query: text, order, at: keys.at }), [text, order, keys.at]);
  return { text, setText, left, order, setOrder, query, parsed, ...found, field, list, toResults, edits, onType };
}

function useKept(query: string, hasFound: boolean): void {
  const opened = useOpenedHit();
  useEffect(() => {
    if (query === '' || !hasFound) return;
    if (opened !== null) return keepSearch(query);
    const timer = setTimeout(() => keepSearch(query), meantAfterMs);
    return () => clearTimeout(timer);
  }, [query, hasFound, opened]);
}
