/** Walking through results: which one is chosen, and what each key does with it. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { offerSteps } from '../../app/article-steps.ts';
import { offerArticles } from '../../app/current-article.ts';
import { focusRegion } from '../../app/regions.ts';
import { closeHit, openHit, useOpenedHit } from './opened-hits.ts';
import type { Hits } from './use-hits.ts';

/** About a screen of results. */
const pageHits = 5;

export interface HitKeys {
  readonly at: number;
  readonly choose: (position: number) => void;
  readonly open: (position: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface HitKeysOptions {
  readonly text: string;
  /** What they were looked for by: another one begins at the first. */
  readonly queryKey: string;
  /** The one that is chosen at the start. */
  readonly first: number;
  readonly toField: () => void;
}

export function useHitKeys(search: Hits, { text, queryKey, first, toField }: HitKeysOptions): HitKeys {
  const { hits } = search;
  const [at, setAt] = useState(first);
  const present = useRef(queryKey);
  const opened = useOpenedHit();
  useEffect(() => {
    if (queryKey !== present.current) setAt(0);
    present.current = queryKey;
  }, [queryKey]);
  useEffect(() => offerArticles((id) => hits.find((hit) => hit.id === id)), [hits]);
  const open = (position: number) => {
    const hit = hits[position];
    if (!hit) return;
    setAt(position);
    openHit(hit.id, text);
  };
  const goTo = (position: number) => {
    const next = Math.min(Math.max(0, position), Math.max(0, hits.length - 1));
    // With an article open the next one is read at once, as in a list.
    if (opened !== null) open(next);
    else setAt(next);
  };
  useEffect(() => offerSteps((by) => open(opened === null ? at : Math.min(Math.max(0, at + by), hits.length - 1))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = targetOf(event.key, at, hits.length - 1);
    if (event.key === 'ArrowUp' && at === 0) toField();
    else if (to !== undefined) goTo(to);
    else if (event.key === 'Enter' && opened === hits[at]?.id) focusRegion('article');
    else if (event.key === 'Enter') open(at);
    else if (event.key === 'Escape' && opened === null) toField();
    else if (event.key === 'Escape') closeHit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const choose = (position: number) => setAt(Math.min(Math.max(0, position), Math.max(0, hits.length - 1)));
  return { at: Math.min(at, Math.max(0, hits.length - 1)), choose, open, onKeyDown };
}

/** Where a key leads from a position; undefined when it leads nowhere. */
function targetOf(key: string, at: number, last: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const by: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageHits, PageUp: -pageHits };
  const step = by[key];
  return step === undefined ? undefined : at + step;
}
