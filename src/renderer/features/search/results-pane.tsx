/** The results under their counts and their histogram; or, when there are none, why and what to do. */
import { useRef } from 'react';
import { SmallPart } from '../../app/small-part.tsx';
import { exactCount } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Histogram } from './histogram.tsx';
import { HitList } from './hit-list.tsx';
import { type FilterOperator, hasDate, stretchOf, usedFilters, valuesOf } from './query-filters.ts';
import { ResultSummary } from './result-summary.tsx';
import type { useSearch } from './use-search.ts';

interface ResultsPaneProps {
  readonly search: ReturnType<typeof useSearch>;
}

export function ResultsPane({ search }: ResultsPaneProps) {
  const { query, parsed, beside, order, setOrder, hits, keys, list, edits } = search;
  const scroller = useRef<HTMLDivElement>(null);
  const bars = beside.histogram?.histogram ?? [];
  const isNone = hits.hits.length === 0;
  const isSettled = hits.about !== undefined && !hits.isBusy;
  // A range without hits can be widened again where it was drawn.
  const hasRange = bars.length > 1 && (!isNone || (isSettled && hasDate(parsed.parts)));
  return (
    <section className="results" aria-label="Found" data-region-part="list" tabIndex={-1}>
      <p className="vh" role="status">
        {isNone && isSettled && query !== '' ? 'Nothing found' : ''}
      </p>
      {isNone && !hasRange ? (
        <NoHits search={search} />
      ) : (
        <div className="scroll" ref={scroller}>
          <div className="hist">
            {!isNone && <ResultSummary search={hits} query={query} order={order} onOrder={setOrder} />}
            {hasRange && (
              <SmallPart name="The chart of dates" from={beside.histogram}>
                <Histogram
                  bars={bars}
                  stretch={stretchOf(parsed.parts, Date.now())}
                  isExact={beside.histogram?.isExact ?? true}
                  onRange={(dates) => edits.edit('date', dates)}
                />
              </SmallPart>
            )}
          </div>
          {isNone ? (
            <NoHits search={search} />
          ) : (
            <SmallPart name="The results" from={hits.hits}>
              <HitList search={hits} queryKey={`${query}\n${order}`} keys={keys} scroller={scroller} list={list} />
            </SmallPart>
          )}
          {!isNone && hits.failure !== null && <NoMore failure={hits.failure} onRetry={hits.retry} />}
        </div>
      )}
    </section>
  );
}

function NoMore({ failure, onRetry }: { readonly failure: string; readonly onRetry: () => void }) {
  return (
    <div className="no-more">
      <Note
        kind="warn"
        title="The results after these could not be had."
        actions={
          <Button size="sm" onPress={onRetry}>
            Try again
          </Button>
        }
      >
        {failure}
      </Note>
    </div>
  );
}

function NoHits({ search }: ResultsPaneProps) {
  const { query, parsed, hits, edits } = search;
  const isSlow = useSlow(hits.isBusy, query);
  if (query === '') {
    return (
      <Empty icon="search" title="Everything you have is searched">
        Type two letters or more. The headlines, authors and texts of all stored articles are searched.
      </Empty>
    );
  }
  if (hits.failure !== null) {
    return (
      <Empty
        icon="warn"
        title="The archive could not be searched"
        actions={<Button onPress={hits.retry}>Try again</Button>}
      >
        {hits.failure}
      </Empty>
    );
  }
  if (hits.about === undefined || hits.isBusy) return isSlow ? <SkeletonRows rows={6} /> : <div className="mid" />;
  const used: readonly FilterOperator[] = usedFilters(parsed.parts);
  return (
    <Empty
      icon="search"
      title={`Nothing matches “${query}”`}
      actions={used.length > 0 && <Button onPress={() => edits.clear(used)}>Clear filters</Button>}
    >
      {used.length > 0
        ? alsoOn(used.flatMap((name) => (name === 'date' ? [name] : valuesOf(parsed.parts, name))).length)
        : (hits.about.hint ?? 'Try fewer words, or the beginning of one with * after it.')}
    </Empty>
  );
}

function alsoOn(filters: number): string {
  return filters === 1 ? 'A filter is also on.' : `${exactCount(filters)} filters are also on.`;
}
