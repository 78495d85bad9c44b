/** The feeds as a real table. Only the rows in sight are in the page; the row with the focus stays wherever it is. */
import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, useRef, useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';
import { useSettings } from '../../client/settings.ts';
import { classNames } from '../../lib/class-names.ts';
import { Tick } from '../../ui/tick.tsx';
import { FeedRow } from './feed-row.tsx';
import type { SortColumn } from './filter-feeds.ts';
import type { FeedTableState } from './use-feed-table.ts';
import { useVolumes } from './use-volumes.ts';

interface FeedTableProps {
  readonly table: FeedTableState;
  readonly openId: FeedId | null;
  readonly onMove: (feeds: readonly FeedSummary[]) => void;
}

const rowHeight = 44;
/** Of the sticky head, which takes room above the first row and hides what is under it. */
const headHeight = 33;

export function FeedTable({ table, openId, onMove }: FeedTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(-1);
  const volumes = useVolumes();
  const byHand = useSettings()?.refreshMinutes === null;
  const virtualizer = useVirtualizer({
    count: table.shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (position) => table.shown[position]?.id ?? position,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => {
      const positions = defaultRangeExtractor(range);
      if (focused < 0 || focused >= range.count || positions.includes(focused)) return positions;
      return [...positions, focused].sort((one, other) => one - other);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const to = focused + step;
    if (step === 0 || focused < 0 || to < 0 || to >= table.shown.length || isTyping(event.target)) return;
    event.preventDefault();
    const part = partOf(event.target);
    setFocused(to);
    virtualizer.scrollToIndex(to);
    requestAnimationFrame(() => focusPart(scroller.current, to, part));
  };
  return (
    <div className="scroll subs-scroll" ref={scroller} data-region-part="list" tabIndex={-1}>
      <table
        className="tbl feeds"
        aria-label="Feeds"
        aria-rowcount={table.shown.length + 1}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(positionOf(event.target))}
        onBlur={() => setFocused(-1)}
      >
        <Columns />
        <Head table={table} />
        <tbody>
          <Rows items={virtualizer.getVirtualItems()} end={virtualizer.getTotalSize() + headHeight}>
            {(position) => {
              const feed = table.shown[position];
              if (!feed) return null;
              return (
                <FeedRow
                  feed={feed}
                  position={position}
                  folderName={(feed.folderId !== null && table.folderNames.get(feed.folderId)) || ''}
                  weeks={volumes.get(feed.id)}
                  now={table.now}
                  byHand={byHand}
                  isSelected={table.selection.has(feed.id)}
                  isOpen={feed.id === openId}
                  onTick={table.tick}
                  onMove={onMove}
                />
              );
            }}
          </Rows>
        </tbody>
      </table>
    </div>
  );
}

interface RowsProps {
  readonly items: readonly VirtualItem[];
  /** Where the last row of the whole table ends. */
  readonly end: number;
  readonly children: (position: number) => React.ReactNode;
}

/** The rows with blank ones between them as high as what is left out. */
function Rows({ items, end, children }: RowsProps) {
  const last = items.at(-1)?.end ?? headHeight;
  return (
    <>
      {items.map((item, at) => {
        const gap = item.start - (items[at - 1]?.end ?? headHeight);
        return (
          <Fragment key={item.key}>
            {gap > 0 && <Gap height={gap} />}
            {children(item.index)}
          </Fragment>
        );
      })}
      {end > last && <Gap height={end - last} />}
    </>
  );
}

/** Takes room for rows that are not in the page; nothing to be read out. It can never have the focus. */
const unseen = { 'aria-hidden': true } as const;

function Gap({ height }: { readonly height: number }) {
  return (
    <tr className="gap" {...unseen}>
      <td style={{ height }} />
    </tr>
  );
}

interface Column {
  readonly id: SortColumn;
  readonly label: string;
  readonly className: string;
}

const columns: readonly Column[] = [
  { id: 'title', label: 'Feed', className: 'c-feed' },
  { id: 'folder', label: 'Folder', className: 'c-fold' },
  { id: 'status', label: 'Status', className: 'c-status' },
  { id: 'last', label: 'Last checked', className: 'c-last' },
  { id: 'next', label: 'Next refresh', className: 'c-next' },
  { id: 'volume', label: 'Articles a week', className: 'c-wk' },
  { id: 'total', label: 'Articles', className: 'c-total r' },
  { id: 'size', label: 'Size', className: 'c-size r' },
];

function Columns() {
  return (
    <colgroup>
      <col className="c-tick" />
      {columns.map(({ id, className }) => (
        <col key={id} className={className} />
      ))}
      <col className="c-menu" />
    </colgroup>
  );
}

function Head({ table }: { readonly table: FeedTableState }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <Tick
            aria-label="Select all feeds shown"
            isSelected={table.allTick === 'all'}
            isIndeterminate={table.allTick === 'some'}
            onChange={table.tickAll}
          />
        </th>
        {columns.map((column) => (
          <SortHead key={column.id} column={column} table={table} />
        ))}
        <th scope="col">
          <span className="vh">Actions</span>
        </th>
      </tr>
    </thead>
  );
}

function SortHead({ column, table }: { readonly column: Column; readonly table: FeedTableState }) {
  const isSorted = table.order.column === column.id;
  return (
    <th scope="col" className={classNames(column.className)} aria-sort={isSorted ? table.order.direction : 'none'}>
      <button type="button" className="sort" onClick={() => table.sortBy(column.id)}>
        {column.label}
        {isSorted && <span aria-hidden="true">{table.order.direction === 'descending' ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}

function positionOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-position]') : null;
  return row ? Number(row.dataset.position) : -1;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

/** Which control of a row has the focus, so that an arrow leads to the same one of the next. */
function partOf(target: EventTarget): string {
  return (target instanceof Element && target.closest<HTMLElement>('[data-part]')?.dataset.part) || 'name';
}

function focusPart(scroller: HTMLElement | null, position: number, part: string): void {
  const row = scroller?.querySelector(`tr[data-position="${position}"]`);
  const control = row?.querySelector<HTMLElement>(`[data-part="${part}"]`);
  (control?.matches('button') ? control : control?.querySelector<HTMLElement>('input, button'))?.focus();
}
