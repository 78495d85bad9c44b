/** The rows in sight, out of a list of any length. The row with the focus stays mounted wherever the list is scrolled. */
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, memo, type RefObject, useCallback, useEffect, useRef } from 'react';
import { articleMenu } from '../../app/article-menu.ts';
import { chosenArticles } from '../../app/current-article.ts';
import { usePlace } from '../../app/navigation.ts';
import { useFeed } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { useStore } from '../../lib/store.ts';
import { dayHead } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { ArticleRow } from './article-row.tsx';
import { listState, positionOf, rowAt, showRows } from './list-model.ts';
import { chooseUpTo, openRow } from './list-moves.ts';
import { useScrollRequests } from './use-scroll-requests.ts';

/** Before a row is measured. Rows of the compact list are never taller. */
const usualHeight = { compact: 34, comfortable: 112, cards: 268 } as const;

interface ListRowsProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
}

export const ListRows = memo(function ListRows({ scroller }: ListRowsProps) {
  const total = useStore(listState, (state) => state.total);
  const windows = useStore(listState, (state) => state.windows);
  const generation = useStore(listState, (state) => state.generation);
  const articleId = usePlace((place) => place.articleId);
  const settings = useSettings();
  const density = settings?.density ?? 'comfortable';
  const selected = positionOf(articleId);
  const mounted = useRef(selected);
  mounted.current = selected;
  // A row goes by its position: a key of its own would have every position of the list looked up at each drawing.
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight[density],
    overscan: 6,
    rangeExtractor: (range) => withRow(range, mounted.current),
    paddingEnd: 24,
  });
  useEffect(() => {
    // Heights of one density say nothing about another.
    if (density) virtualizer.measure();
  }, [density, virtualizer]);
  useScrollRequests(virtualizer, scroller, generation);
  useRowsInSight(virtualizer, windows);
  useFocusFollows(scroller, selected);
  return (
    <div className="list-sizer" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => (
        <div
          key={item.key}
          ref={virtualizer.measureElement}
          data-index={item.index}
          className="row-slot"
          role="presentation"
          style={{ transform: `translateY(${item.start}px)` }}
        >
          <Slot position={item.index} selected={selected} pictures={settings?.showPictures !== false} />
        </div>
      ))}
    </div>
  );
});

function withRow(range: Range, position: number): number[] {
  const positions = defaultRangeExtractor(range);
  if (position < 0 || position >= range.count || positions.includes(position)) return positions;
  return [...positions, position].sort((one, other) => one - other);
}

interface SlotProps {
  readonly position: number;
  readonly selected: number;
  readonly pictures: boolean;
}

/** A row under its day's head, or the space that it will take. */
const Slot = memo(function Slot({ position, selected, pictures }: SlotProps) {
  const total = useStore(listState, (state) => state.total);
  const article = useStore(listState, (state) => rowAt(state, position));
  const before = useStore(listState, (state) => (position > 0 ? rowAt(state, position - 1) : undefined));
  const now = useNow();
  const feed = useFeed(article?.feedId);
  if (!article) return <div className="row-blank" />;
  const head = dayHead(article.sortAt, now);
  const beginsDay = position === 0 || (before !== undefined && dayHead(before.sortAt, now) !== head);
  return (
    <>
      {beginsDay && <DayHead text={head} />}
      <ArticleRow
        article={article}
        position={position}
        total={total}
        isSelected={position === selected}
        isTabStop={position === Math.max(selected, 0)}
        hasLine={!beginsDay && position !== selected && position - 1 !== selected}
        showPicture={pictures}
        iconUrl={feed?.iconUrl ?? null}
        host={feed?.host ?? article.publisher ?? ''}
        now={now}
        onOpen={onOpen}
        onMenu={onMenu}
      />
    </>
  );
});

export function DayHead({ text }: { readonly text: string }) {
  return (
    <div className="day">
      <span>{text}</span>
    </div>
  );
}

function onOpen(position: number, event: MouseEvent): void {
  const article = rowAt(listState.get(), position);
  if (!article) return;
  if (event.shiftKey) chooseUpTo(position);
  else if (event.ctrlKey || event.metaKey) {
    chosenArticles.set((before) =>
      before.has(article.id) ? without(before, article.id) : new Set([...before, article.id]),
    );
  } else openRow(article, position, { replace: false });
}

function without<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  return new Set([...set].filter((other) => other !== value));
}

function onMenu(position: number, event: MouseEvent): void {
  const state = listState.get();
  const article = rowAt(state, position);
  if (article) openContextMenu(event, { label: 'Article', groups: articleMenu(article, state.view) });
}

type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** Tells the list what is in sight, so that it asks for what is missing. */
function useRowsInSight(virtualizer: ListVirtualizer, windows: unknown): void {
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const tell = useCallback(() => showRows(first, last), [first, last]);
  useEffect(() => {
    if (windows) tell();
  }, [tell, windows]);
}

/** When the list has the focus, the focus goes with the selection. */
function useFocusFollows(scroller: RefObject<HTMLDivElement | null>, selected: number): void {
  useEffect(() => {
    const present = document.activeElement;
    if (selected < 0 || !present || !scroller.current?.contains(present)) return;
    const row = scroller.current.querySelector<HTMLElement>(`[data-position="${selected}"]`);
    if (row && row !== present) row.focus({ preventScroll: true });
  }, [scroller, selected]);
}
