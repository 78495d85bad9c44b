/** The line above the table: words to look for, and which feeds to show. */
import { useSettings } from '../../client/settings.ts';
import { useAsk } from '../../client/use-ask.ts';
import { classNames } from '../../lib/class-names.ts';
import { counted, exactCount, fileSize } from '../../lib/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FeedFilter } from './filter-feeds.ts';
import type { FeedTableState } from './use-feed-table.ts';

export function FeedFilters({ table }: { readonly table: FeedTableState }) {
  const info = useAsk('library.info', {}).data;
  const months = useSettings()?.silentMonths ?? 6;
  const chips: readonly (readonly [FeedFilter, string])[] = [
    ['all', 'All'],
    ['healthy', 'Healthy'],
    ['failing', 'Needs attention'],
    ['paused', 'Paused'],
    ['silent', `Silent ${counted(months, 'month', 'months')}`],
    ['new', 'New'],
  ];
  return (
    <search className="subs-sum">
      <div className="subs-find">
        <TextField
          aria-label="Filter feeds"
          placeholder="Filter feeds"
          icon="search"
          value={table.words}
          onChange={table.setWords}
        />
      </div>
      {chips.map(([filter, label]) => (
        <button
          key={filter}
          type="button"
          className={classNames('chip', table.filter === filter && 'on', isExtra(filter) && 'hide-narrow')}
          aria-pressed={table.filter === filter}
          onClick={() => table.setFilter(filter)}
        >
          {filter === 'failing' && <Icon name="warn" />}
          {label} <span className="num">{exactCount(table.counts[filter])}</span>
        </button>
      ))}
      <span className="grow hide-tight" />
      {info && <span className="t3 num hide-tight subs-size">{fileSize(info.sizeBytes)} on disk</span>}
      <span className="vh" role="status">
        {counted(table.shown.length, 'feed shown', 'feeds shown')}
      </span>
    </search>
  );
}

function isExtra(filter: FeedFilter): boolean {
  return filter === 'silent' || filter === 'new';
}
