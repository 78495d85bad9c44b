/** The number at the end of a tree row, the sign that a feed is in trouble, and the row's full name for screen readers. */
import { useEffect, useRef } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { type Counts, useCount, useFeed } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { classNames } from '../../lib/class-names.ts';
import { count } from '../../lib/numbers.ts';
import { Icon } from '../../ui/icon.tsx';

interface RowCountProps {
  /** The row's name, to which the count belongs. */
  readonly name: string;
  readonly pick: (counts: Counts) => number;
  /** What the number counts: one, and many. Unread ones without it. */
  readonly nouns?: readonly [string, string];
  readonly feedId?: number;
  readonly isFolder?: boolean;
}

/** Two failures in a row are news; one is chance. */
const failuresWorthASign = 2;

export function RowCount({ name, pick, nouns, feedId, isFolder = false }: RowCountProps) {
  const feed = useFeed(feedId);
  const number = useCount(pick) ?? 0;
  const isCounted = useIsCounted(feedId !== undefined ? 'feed' : isFolder ? 'folder' : 'view');
  const trouble = feed && isInTrouble(feed) ? (feed.trouble ?? 'cannot be fetched') : null;
  const element = useRef<HTMLSpanElement>(null);
  const label = [
    name,
    number > 0 && isCounted ? `${count(number)} ${nouns === undefined ? 'unread' : nouns[number === 1 ? 0 : 1]}` : '',
    trouble ?? '',
  ]
    .filter(Boolean)
    .join(', ');
  useEffect(() => {
    const row = element.current?.closest<HTMLElement>('[role=row]');
    row?.setAttribute('aria-label', label);
    if (feedId !== undefined) row?.classList.toggle('is-dim', number === 0 && trouble === null);
  }, [label, number, feedId, trouble]);
  return (
    <span ref={element} className="count">
      {feed && trouble !== null && (
        <span className={classNames('trouble', feed.health === 'error' ? 'is-error' : 'is-warn')} title={trouble}>
          <Icon name="warn" size="s" />
        </span>
      )}
      {number > 0 && isCounted ? count(number) : ''}
    </span>
  );
}

/** Today, Starred and the like keep their numbers: the choice is about feeds and folders. */
function useIsCounted(kind: 'feed' | 'folder' | 'view'): boolean {
  const counts = useSettings()?.sidebarCounts ?? 'all';
  return kind === 'view' || counts === 'all' || (counts === 'folders' && kind === 'folder');
}

function isInTrouble({ health, failures }: FeedSummary): boolean {
  return health === 'error' || (health === 'warn' && failures >= failuresWorthASign);
}
