/** Nothing was found: what was perhaps meant, and what the query finds without each of its parts. */
import { counted, exactCount } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { DidYouMean } from './did-you-mean.tsx';
import { QueryChips } from './query-chips.tsx';
import { useRecentSearches } from './recent-searches.ts';
import { SearchStart } from './search-start.tsx';
import type { Alternatives } from './use-alternatives.ts';
import type { useSearch } from './use-search.ts';

export function NoHits({ search }: { readonly search: ReturnType<typeof useSearch> }) {
  const { query, parsed, hits, alternatives, setText } = search;
  const isSlow = useSlow(hits.isBusy, query);
  // Nothing in it can be looked for, perhaps not yet: an operator waits for its value.
  const saysNothing = parsed.hint !== null && !parsed.isBehind;
  if (query === '' || saysNothing) return <SearchStart hint={query === '' ? null : parsed.hint} onSearch={setText} />;
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
  return (
    <div className="scroll nothing">
      <Nothing
        query={query}
        hint={hits.about.hint}
        goesOn={hits.hasMore || !hits.about.totalIsExact}
        alternatives={alternatives}
        onSearch={setText}
      />
    </div>
  );
}

interface NothingProps {
  readonly query: string;
  readonly hint: string | null;
  /** Not all was looked through. */
  readonly goesOn: boolean;
  readonly alternatives: Alternatives | undefined;
  readonly onSearch: (query: string) => void;
}

function Nothing({ query, hint, goesOn, alternatives, onSearch }: NothingProps) {
  const recent = useRecentSearches().filter((other) => other !== query);
  const isOne = alternatives !== undefined && alternatives.without.length === 0;
  return (
    <>
      <h2>Nothing matches “{query}”.</h2>
      {alternatives?.spelling && <DidYouMean spelling={alternatives.spelling} onSearch={onSearch} />}
      {(goesOn || (isOne && !alternatives.spelling)) && <p className="t2">{hint}</p>}
      {alternatives && <Without alternatives={alternatives} onSearch={onSearch} />}
      {recent.length > 0 && (
        <section aria-label="Recent searches">
          <h3>Recent searches</h3>
          <QueryChips queries={recent} onSearch={onSearch} />
        </section>
      )}
    </>
  );
}

function Without({
  alternatives: { without, hidden },
  onSearch,
}: Pick<NothingProps, 'onSearch'> & { readonly alternatives: Alternatives }) {
  if (without.length === 0 && hidden === null) return null;
  return (
    <ul className="without">
      {without.map(({ part, query, count, isExact }) => (
        <li key={part}>
          <span>Without</span>
          <button type="button" className="chip" onClick={() => onSearch(query)}>
            <span className="trunc">{part}</span>
            <Icon name="x" />
          </button>
          <span className="t3 num">
            {count === 0 ? (isExact ? 'none either' : '') : `${exactCount(count)}${isExact ? '' : '+'}`}
          </span>
        </li>
      ))}
      {hidden && (
        <li>
          <button type="button" className="link link-button" onClick={() => onSearch(hidden.query)}>
            Show those that are hidden
          </button>
          <span className="t3 num">{counted(hidden.count, 'article', 'articles')}</span>
        </li>
      )}
    </ul>
  );
}
