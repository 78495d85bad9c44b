/** The results under their counts and their histogram; or, when there are none, why and what to do. */
import { useRef } from 'react';
import { SmallPart } from '../../app/small-part.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { DidYouMean } from './did-you-mean.tsx';
import { Histogram } from './histogram.tsx';
import { HitList } from './hit-list.tsx';
import { NoHits } from './no-hits.tsx';
import { hasDate, stretchOf } from './query-filters.ts';
import { ResultSummary } from './result-summary.tsx';
import type { useSearch } from './use-search.ts';

interface ResultsPaneProps {
  readonly search: ReturnType<typeof useSearch>;
}

export function ResultsPane({ search }: ResultsPaneProps) {
  const { query, parsed, beside, order, setOrder, hits, keys, list, edits, alternatives, setText } = search;
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
            {!isNone && alternatives?.spelling && <DidYouMean spelling={alternatives.spelling} onSearch={setText} />}
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
              <HitList
                search={hits}
                queryKey={`${query}\n${order}`}
                keys={keys}
                scroller={scroller}
                list={list}
                left={search.left?.top ?? null}
              />
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
