/** The field that finds a feed by its name, and what it finds: flat, each with its folder. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ViewName } from '../../../contract/ids.ts';
import { closeDrawer } from '../../app/panes.ts';
import { focusRegion } from '../../app/regions.ts';
import { goToView } from '../../app/standard-commands.ts';
import { useCount, useFeeds, useFolders } from '../../client/library.ts';
import { classNames } from '../../lib/class-names.ts';
import { count, counted } from '../../lib/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { type FoundFeed, findFeeds } from './arrange-tree.ts';
import { setFilter, useFilter } from './filter-text.ts';
import { treeOf } from './tree-data.ts';

export function FeedFilter() {
  const typed = useFilter();
  const feeds = useFeeds();
  const folders = useFolders();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const found = typed.trim() === '' ? [] : findFeeds(treeOf(feeds, folders), typed);
  const at = Math.min(chosen, found.length - 1);
  const change = (text: string) => {
    setFilter(text);
    setChosen(0);
  };
  const open = (hit: FoundFeed) => {
    change('');
    goToView(hit.id as ViewName);
    closeDrawer();
    focusRegion('list');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const hit = found[at];
    if (by !== 0) setChosen(Math.max(0, Math.min(found.length - 1, at + by)));
    else if (event.key === 'Enter' && hit) open(hit);
    else if (event.key === 'Escape') {
      if (typed !== '') change('');
      else focusRegion('list');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="feed-filter">
      <div className="input">
        <Icon name="filter" size="s" />
        <input
          ref={field}
          className="feed-filter-field"
          role="combobox"
          aria-label="Filter feeds"
          aria-expanded={typed.trim() !== ''}
          aria-controls={listId}
          aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
          placeholder="Filter feeds"
          spellCheck={false}
          value={typed}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {typed !== '' && (
          <button type="button" className="btn-i clear" aria-label="Clear" onClick={() => change('')}>
            <Icon name="x" size="s" />
          </button>
        )}
      </div>
      {typed.trim() !== '' && (
        <>
          <p className="tree-note" role="status">
            {found.length === 0
              ? 'No feed has that in its name.'
              : `${found.length} of ${counted(feeds.length, 'feed', 'feeds')}`}
          </p>
          <div id={listId} role="listbox" aria-label="Feeds found" className="found-feeds">
            {found.map((hit, position) => (
              <FoundRow
                key={hit.id}
                id={`${listId}-${position}`}
                hit={hit}
                isChosen={position === at}
                onOpen={() => open(hit)}
              />
            ))}
          </div>
        </>
      )}
    </search>
  );
}

interface FoundRowProps {
  readonly id: string;
  readonly hit: FoundFeed;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}

function FoundRow({ id, hit, isChosen, onOpen }: FoundRowProps) {
  const { feed } = hit.node;
  const unread = useCount(({ feeds }) => feeds.find((counted_) => counted_.id === feed.id)?.unread) ?? 0;
  const end = hit.at + hit.length;
  return (
    // The keys are the field's: a row is only looked at and clicked.
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the field points to it
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classNames('tree-row', isChosen && 'is-sel', unread === 0 && 'is-dim')}
      onClick={onOpen}
    >
      <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} />
      <span className="trunc">
        {feed.title.slice(0, hit.at)}
        <mark>{feed.title.slice(hit.at, end)}</mark>
        {feed.title.slice(end)}
      </span>
      {hit.folder !== null && <span className="path trunc">{hit.folder}</span>}
      <span className="count">{unread > 0 ? count(unread) : ''}</span>
    </div>
  );
}
