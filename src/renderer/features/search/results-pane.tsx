/** The results under their counts and their histogram; or, when there are none, why and what to do. */
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { QueryEdits } from './filter-chips.tsx';
import { Histogram } from './histogram.tsx';
import { HitList } from './hit-list.tsx';
import { type FilterOperator, stretchOf, usedFilters } from './query-filters.ts';
import { ResultSummary } from './result-summary.tsx';
import type { Beside } from './use-facets.ts';
import type { Hits, Order } from './use-hits.ts';
import type { ParsedQuery } from './use-parsed.ts';

interface ResultsPaneProps extends QueryEdits {
  readonly search: Hits;
  readonly query: string;
  readonly parsed: ParsedQuery;
  readonly beside: Beside;
  readonly order: Order;
  readonly at: number;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onOrder: (order: Order) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: (position: number) => void;
}

export function ResultsPane(props: ResultsPaneProps) {
  const { search, query, parsed, beside, order, at, list, edit } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const bars = beside.histogram?.histogram ?? [];
  return (
    <section className="results" aria-label="Found" data-region-part="list" tabIndex={-1}>
      {search.hits.length === 0 ? (
        <NoHits {...props} />
      ) : (
        <div className="scroll" ref={scroller}>
          <div className="hist">
            <ResultSummary search={search} query={query} order={order} onOrder={props.onOrder} />
            {bars.length > 1 && (
              <Histogram
                bars={bars}
                stretch={stretchOf(parsed.parts, Date.now())}
                isExact={beside.histogram?.isExact ?? true}
                onRange={(dates) => edit('date', dates)}
              />
            )}
          </div>
          <HitList
            search={search}
            at={at}
            scroller={scroller}
            list={list}
            onKeyDown={props.onKeyDown}
            onOpen={props.onOpen}
          />
        </div>
      )}
    </section>
  );
}

function NoHits({ search, query, parsed, clear }: ResultsPaneProps) {
  const isSlow = useSlow(search.isBusy, query);
  if (query === '') {
    return (
      <Empty icon="search" title="Everything you have is searched">
        Type two letters or more. Headlines, authors and texts of all stored articles are looked through.
      </Empty>
    );
  }
  if (search.failure !== null) {
    return (
      <Empty
        icon="warn"
        title="The archive could not be searched"
        actions={<Button onPress={search.retry}>Try again</Button>}
      >
        {search.failure}
      </Empty>
    );
  }
  if (search.about === undefined || search.isBusy) return isSlow ? <SkeletonRows rows={6} /> : <div className="mid" />;
  const used: readonly FilterOperator[] = usedFilters(parsed.parts);
  return (
    <Empty
      icon="search"
      title={`Nothing matches “${query}”`}
      actions={used.length > 0 && <Button onPress={() => clear(used)}>Clear filters</Button>}
    >
      {search.about.hint ?? 'Try fewer words, or the beginning of one with * after it.'}
    </Empty>
  );
}
