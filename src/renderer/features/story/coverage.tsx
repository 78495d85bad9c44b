/** What each report adds, newest first, as it was told, or gathered by source. */
import { useState } from 'react';
import type { CoverageRow, StoryBoard } from '../../../contract/stories.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { CoverageEvent } from './coverage-event.tsx';
import { Timeline } from './timeline.tsx';

const orders = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'As it was told' },
  { value: 'source', label: 'By source' },
] as const;

type Order = (typeof orders)[number]['value'];

export function Coverage({ board }: { readonly board: StoryBoard }) {
  const [order, setOrder] = useState<Order>('newest');
  // What is word for word the same stands in one line under the first that had it.
  const shown = new Set(board.rows.map(({ article }) => article.id));
  const isCopy = ({ copyOf, newHere, correction }: CoverageRow) =>
    copyOf !== null && newHere === null && correction === null && shown.has(copyOf);
  const copies = Map.groupBy(board.rows.filter(isCopy), ({ copyOf }) => copyOf);
  const rows = inOrder(
    board.rows.filter((row) => !isCopy(row)),
    order,
  );
  return (
    <section aria-labelledby="as-told" className="reports">
      <div className="fx told-head">
        <h3 id="as-told" className="grow">
          What each report adds
        </h3>
        <Segmented label="Order" value={order} choices={orders} onChange={setOrder} />
      </div>
      <Timeline board={board} />
      {rows.map((row, at) => (
        <CoverageEvent
          key={row.article.id}
          row={row}
          board={board}
          copies={copies.get(row.article.id)?.toReversed() ?? []}
          begins={order === 'source' && rows[at - 1]?.publisher !== row.publisher}
        />
      ))}
    </section>
  );
}

function inOrder(rows: readonly CoverageRow[], order: Order): readonly CoverageRow[] {
  if (order === 'newest') return rows;
  if (order === 'oldest') return rows.toReversed();
  // The publisher that was first comes first, each with its own articles in order of time.
  const first = new Map<string, number>();
  for (const { publisher, at } of rows) first.set(publisher, Math.min(at, first.get(publisher) ?? at));
  return rows.toSorted(
    (one, other) =>
      (first.get(one.publisher) ?? 0) - (first.get(other.publisher) ?? 0) ||
      one.publisher.localeCompare(other.publisher) ||
      one.at - other.at,
  );
}
