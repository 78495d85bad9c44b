/** The refresh feed by feed: those being fetched first, then those that failed, then what each brought. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import type { RoundFeed } from '../../../contract/refresh.ts';
import { runCommand } from '../../app/commands.ts';
import { useNetwork } from '../../app/network-truth.tsx';
import { networkTruth } from '../../app/network-words.ts';
import { useFeeds, useRefreshState } from '../../client/library.ts';
import { useAsk } from '../../client/use-ask.ts';
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
  const round = useAsk('refresh.feeds', {}).data ?? [];
  const isRunning = refresh?.running ?? false;
  const byId = new Map<number, RoundFeed>(round.map((feed) => [feed.feedId, feed]));
  const sorted = [...feeds].sort(
    (one, other) =>
      rank(byId.get(one.id), one) - rank(byId.get(other.id), other) ||
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
      <Summary />
      <ul>
        {sorted.map((feed) => (
          <FeedLine key={feed.id} feed={feed} round={byId.get(feed.id)} />
        ))}
      </ul>
    </>
  );
}

/** The same sentence as everywhere else; while feeds are fetched, what they brought so far. */
function Summary() {
  const refresh = useRefreshState();
  const network = useNetwork();
  const now = useNow();
  const truth = networkTruth(network, now);
  if (refresh && (refresh.running || (refresh.newArticles > 0 && !truth))) {
    return (
      <p className="t3 num">
        {refresh.newArticles === 0 ? 'Nothing new' : counted(refresh.newArticles, 'new article', 'new articles')}
        {refresh.running ? ' so far' : ''}
        {refresh.failed > 0 && `, ${counted(refresh.failed, 'feed', 'feeds')} not reached`}
      </p>
    );
  }
  return truth && network.kind !== 'none' ? <p className="t3 num">{`${truth.title}. ${truth.text}`}</p> : null;
}

function rank(round: RoundFeed | undefined, { trouble }: FeedSummary): number {
  if (round?.state === 'fetching') return 0;
  if (round?.state === 'failed' || (trouble !== null && round?.state !== 'waiting')) return 1;
  if (round?.state === 'new') return 2;
  return round?.state === 'waiting' ? 3 : 4;
}

function FeedLine({ feed, round }: { readonly feed: FeedSummary; readonly round: RoundFeed | undefined }) {
  const now = useNow();
  const isBad =
    round?.state === 'failed' || (feed.trouble !== null && (round === undefined || round.state === 'skipped'));
  return (
    <li className="fx">
      <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} />
      <span className="grow trunc" title={isBad ? (feed.trouble ?? feed.title) : feed.title}>
        {feed.title}
      </span>
      {isBad ? (
        <span className={`pill ${feed.health === 'error' ? 'err' : 'warn'}`} title={feed.trouble ?? undefined}>
          Not reached
        </span>
      ) : (
        <span className="t3 num">{roundWords(feed, round, now)}</span>
      )}
    </li>
  );
}

function roundWords(feed: FeedSummary, round: RoundFeed | undefined, now: number): string {
  if (round?.state === 'fetching') return 'Fetching…';
  if (round?.state === 'waiting') return 'Waiting';
  if (round?.state === 'new' && round.added > 0) return `${exactCount(round.added)} new`;
  if (round?.state === 'new') return 'Changed';
  if (round?.state === 'unchanged') return 'Not modified';
  if (round?.state === 'cancelled') return 'Stopped';
  return feed.lastCheckedAt === null ? 'Not yet' : ageAgo(feed.lastCheckedAt, now);
}
