/** One feed of the table: its tick, its name, how it is doing, and its menu. */
import { memo, useState } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { FeedId } from '../../../contract/ids.ts';
import { navigate } from '../../app/navigation.ts';
import { classNames } from '../../lib/class-names.ts';
import { exactCount, fileSize } from '../../lib/numbers.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { lastCheck, nextCheck } from './check-times.ts';
import { feedMenu } from './feed-menu.ts';
import { FeedStatus } from './feed-status.tsx';
import { RenameField } from './rename-field.tsx';
import { Sparkline } from './sparkline.tsx';

interface FeedRowProps {
  readonly feed: FeedSummary;
  readonly position: number;
  readonly folderName: string;
  readonly weeks: readonly number[] | undefined;
  readonly now: number;
  /** Feeds are checked only when somebody asks. */
  readonly byHand: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onTick: (id: FeedId, isSelected: boolean, withShift: boolean) => void;
  readonly onMove: (feeds: readonly FeedSummary[]) => void;
}

export const FeedRow = memo(function FeedRow(props: FeedRowProps) {
  const { feed, position, isSelected, isOpen, now } = props;
  const [isRenamed, setRenamed] = useState(false);
  const groups = feedMenu(feed, { rename: () => setRenamed(true), move: () => props.onMove([feed]) });
  return (
    <tr
      className={classNames(isSelected && 'is-sel', isOpen && 'is-open')}
      aria-rowindex={position + 2}
      data-position={position}
      onContextMenu={(event) => openContextMenu(event, { label: feed.title, groups })}
    >
      <td>
        <RowTick {...props} />
      </td>
      <th scope="row" className="c-feed">
        <div className="fx">
          <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} />
          <div className="nmc">
            {isRenamed ? (
              <RenameField feed={feed} onEnd={() => setRenamed(false)} />
            ) : (
              <button
                type="button"
                data-part="name"
                aria-expanded={isOpen}
                dir="auto"
                onClick={() => showDetails(feed.id)}
              >
                {feed.title}
              </button>
            )}
            <span className="trunc">{shortAddress(feed.url)}</span>
          </div>
        </div>
      </th>
      <td className="c-fold t2 trunc" dir="auto">
        {props.folderName}
      </td>
      <td className="c-status">
        <FeedStatus feed={feed} now={now} />
      </td>
      <td className="c-last num t2">{lastCheck(feed.lastCheckedAt, now)}</td>
      <td className="c-next num t2">{nextCheck(feed, { now, byHand: props.byHand })}</td>
      <td className="c-wk">
        <div className="fx">
          <Sparkline weeks={props.weeks} isFailing={feed.trouble !== null} />
          <span className="num t2 per-week">{perWeek(feed.perWeek)}</span>
        </div>
      </td>
      <td className="r c-total t2">{exactCount(feed.total)}</td>
      <td className="r c-size t2">{feed.sizeBytes > 0 && fileSize(feed.sizeBytes)}</td>
      <td>
        <button
          type="button"
          className="btn-i"
          data-part="menu"
          aria-haspopup="menu"
          aria-label={`Actions for ${feed.title}`}
          onClick={openMenuBelow}
        >
          <Icon name="more" />
        </button>
      </td>
    </tr>
  );
});

/** Plain controls: rows come and go by the dozen while the table is scrolled. */
function RowTick({ feed, isSelected, onTick }: FeedRowProps) {
  return (
    <span className="row-tick" data-part="tick">
      <input
        type="checkbox"
        aria-label={`Select ${feed.title}`}
        checked={isSelected}
        onChange={({ currentTarget, nativeEvent }) =>
          onTick(feed.id, currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
      <span className={classNames('tick', isSelected && 'on')}>{isSelected && <Icon name="check" />}</span>
    </span>
  );
}

/** The button's menu is the row's context menu, opened under it. */
function openMenuBelow({ currentTarget }: React.MouseEvent<HTMLButtonElement>): void {
  const { left, bottom } = currentTarget.getBoundingClientRect();
  currentTarget.focus();
  currentTarget.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  );
}

function showDetails(id: FeedId): void {
  navigate({ screen: 'subscriptions', argument: String(id) }, { replace: true });
}

/** 'eastbank-record.example/rss' */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

/** '31', '0.3', '0' */
export function perWeek(value: number): string {
  return value >= 1 || value === 0 ? exactCount(Math.round(value)) : value.toFixed(1);
}
