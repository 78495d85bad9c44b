/** The refresh feed by feed: what each answered last, those in trouble first. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { runCommand } from '../../app/commands.ts';
import { useFeeds, useRefreshState } from '../../client/library.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { ageAgo } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Meter } from '../../ui/meter.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { stopRefreshing } from './stop-refreshing.ts';

export function RefreshDetail() {
  const refresh = useRefreshState();
  const feeds = useFeeds();
  const isRunning = refresh?.running ?? false;
  const sorted = [...feeds].sort(
    (one, other) =>
      Number(other.trouble !== null) - Number(one.trouble !== null) ||
      (other.lastCheckedAt ?? 0) - (one.lastCheckedAt ?? 0),
  );
  return (
    <>
      <div className="fx">
        <b className="grow num">
          {isRunning && refresh
            ? `Refreshing ${exactCount(refresh.done)} of ${exactCount(refresh.total)}`
            : 'Last refresh'}
        </b>
        {isRunning ? (
          <Button size="sm" onPress={stopRefreshing}>
            Stop
          </Button>
        ) : (
          <Button size="sm" onPress={() => void runCommand('refresh.all')}>
            Refresh all
          </Button>
        )}
      </div>
      {isRunning && refresh && <Meter label="Refresh" done={refresh.done} total={refresh.total} />}
      {refresh && (refresh.newArticles > 0 || isRunning) && (
        <p className="t3 num">
          {counted(refresh.newArticles, 'new article', 'new articles')}
          {isRunning ? ' so far' : ''}
          {refresh.failed > 0 && `, ${counted(refresh.failed, 'feed', 'feeds')} in trouble`}
        </p>
      )}
      <ul>
        {sorted.map((feed) => (
          <FeedLine key={feed.id} feed={feed} />
        ))}
      </ul>
    </>
  );
}

function FeedLine({ feed }: { readonly feed: FeedSummary }) {
  const now = useNow();
  return (
    <li className="fx">
      <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} />
      <span className="grow trunc" title={feed.trouble ?? feed.title}>
        {feed.title}
      </span>
      {feed.trouble === null ? (
        <span className="t3 num">{feed.lastCheckedAt === null ? 'not yet' : ageAgo(feed.lastCheckedAt, now)}</span>
      ) : (
        <span className={`pill ${feed.health === 'error' ? 'err' : 'warn'}`} title={feed.trouble}>
          In trouble
        </span>
      )}
    </li>
  );
}
