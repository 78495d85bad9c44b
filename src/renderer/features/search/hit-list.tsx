/** The results in sight, out of any number: a list box whose chosen option stays in the page wherever it is scrolled. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type MouseEvent,
  type Ref,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { articleMenu } from '../../app/article-menu.ts';
import { useShowsPictures } from '../../client/shows-pictures.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { HitRow, hitId } from './hit-row.tsx';
import type { HitKeys } from './use-hit-keys.ts';
import type { Hits } from './use-hits.ts';
import { type HitsTop, useHitsAsLeft } from './use-hits-as-left.ts';

interface HitListProps {
  readonly search: Hits;
  /** What they were looked for by: another one begins at the top. */
  readonly queryKey: string;
  readonly keys: HitKeys;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
  /** Where they stood when the reader left. */
  readonly left: HitsTop | null;
}

/** px, before a row is measured. */
const usualHeight = 132;
/** The next page is asked for when so few are left below. */
const askAhead = 12;

export function HitList({ search, queryKey, keys, scroller, list, left }: HitListProps) {
  const { at } = keys;
  const { hits, about } = search;
  const showPicture = useShowsPictures('showPictures');
  const above = useAbove(list, hits);
  const virtualizer = useRows(search.hits, { at, above, scroller });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= hits.length - askAhead) search.more();
  }, [last, hits.length, search]);
  const isLeft = useHitsAsLeft({
    left,
    search,
    scroller,
    // Not by the virtualizer's own scrolling, which would go on to set the row to the edge.
    offsetOf: (position) => virtualizer.getOffsetForIndex(position, 'start')?.[0] ?? 0,
  });
  useInSight({ at, queryKey, scroller, virtualizer, isLeft });
  const present = hits[at];
  const onContextMenu = (event: MouseEvent) => {
    // Shift F10: the list has the focus, and means the chosen one.
    if (event.target !== event.currentTarget || !present) return;
    openContextMenu(event, { label: 'Article', groups: articleMenu(present, null) });
  };
  return (
    <div
      ref={list as Ref<HTMLDivElement>}
      className="res"
      role="listbox"
      aria-label="Results"
      aria-activedescendant={present ? hitId(present) : undefined}
      aria-busy={search.isBusy}
      tabIndex={0}
      data-region-focus=""
      onKeyDown={keys.onKeyDown}
      onFocus={keepFocus}
      onContextMenu={onContextMenu}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {items.map((item) => {
        const hit = hits[item.index];
        return (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            role="presentation"
            className="hit-slot"
            style={{ transform: `translateY(${item.start - above}px)` }}
          >
            {hit && (
              <HitRow
                hit={hit}
                position={item.index}
                total={about?.totalIsExact ? about.total : -1}
                isChosen={item.index === at}
                showPicture={showPicture}
                onOpen={keys.open}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

interface Sight {
  readonly at: number;
  readonly queryKey: string;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly virtualizer: ReturnType<typeof useRows>;
  /** They stand as the reader left them, and nothing was chosen since. */
  readonly isLeft: RefObject<boolean>;
}

/** Keeps the chosen hit in sight; the hits of another query begin at the top. */
function useInSight({ at, queryKey, scroller, virtualizer, isLeft }: Sight): void {
  const isFirst = at === 0;
  useEffect(() => {
    if (isLeft.current) return;
    // Over the first result stand the counts, which belong to it.
    if (isFirst) scroller.current?.scrollTo({ top: 0 });
    else virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [at, isFirst, scroller, virtualizer, isLeft]);
  useEffect(() => {
    if (queryKey && !isLeft.current) scroller.current?.scrollTo({ top: 0 });
    // From the next choice or query on.
    isLeft.current = false;
  }, [queryKey, scroller, isLeft]);
}

/** The list itself has the focus, also after a click: a row that is scrolled far away leaves the page, and would take it along. */
function keepFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget) currentTarget.focus({ preventScroll: true });
}

interface RowsOptions {
  readonly at: number;
  readonly above: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

function useRows(hits: Hits['hits'], { at, above, scroller }: RowsOptions) {
  const chosen = useRef(at);
  chosen.current = at;
  return useVirtualizer<HTMLDivElement, Element>({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 4,
    scrollMargin: above,
    scrollPaddingStart: 12,
    scrollPaddingEnd: 12,
    getItemKey: (position) => hits[position]?.id ?? position,
    rangeExtractor: (range) => {
      const positions = defaultRangeExtractor(range);
      const kept = chosen.current;
      if (kept >= range.count || positions.includes(kept)) return positions;
      return [...positions, kept].sort((one, other) => one - other);
    },
  });
}

/** px of the scroller above the list: the counts and the histogram, which come and go. */
function useAbove(list: RefObject<HTMLDivElement | null>, change: unknown): number {
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    const before = element?.previousElementSibling;
    if (!element || !before || change === undefined) return;
    const look = () => setAbove(element.offsetTop);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(before);
    return () => observer.disconnect();
  }, [list, change]);
  return above;
}
