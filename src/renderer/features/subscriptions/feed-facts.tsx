/** What is known of a feed, at a glance. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { openLink } from '../../app/article-actions.ts';
import { useFolders } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { exactCount, fileSize } from '../../lib/numbers.ts';
import { ageAgo, fullDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { nextCheck } from './check-times.ts';
import { perWeek, shortAddress } from './feed-row.tsx';
import { Sparkline } from './sparkline.tsx';
import { useVolumes } from './use-volumes.ts';

export function FeedFacts({ feed }: { readonly feed: FeedSummary }) {
  const now = useNow();
  const weeks = useVolumes().get(feed.id);
  const folder = useFolders().find(({ id }) => id === feed.folderId)?.name;
  const byHand = useSettings()?.refreshMinutes === null;
  const when = (at: number | null) => (at === null ? 'Not yet' : upperFirst(ageAgo(at, now)));
  return (
    <dl className="details-facts num">
      <Fact name="Site">
        {feed.siteUrl ? (
          <button type="button" className="link link-button trunc" onClick={() => openLink(feed.siteUrl ?? feed.url)}>
            {shortAddress(feed.siteUrl)}
          </button>
        ) : feed.lastSuccessAt === null ? (
          'Known once the feed answers'
        ) : (
          'Not named by the feed'
        )}
      </Fact>
      <Fact name="Folder">{folder ?? 'None'}</Fact>
      <Fact name="Last checked">{when(feed.lastCheckedAt)}</Fact>
      <Fact name="Next refresh">{nextCheck(feed, { now, byHand })}</Fact>
      <Fact name="Newest article">{feed.lastArticleAt === null ? 'None so far' : when(feed.lastArticleAt)}</Fact>
      <Fact name="Articles">
        {exactCount(feed.total)}, {exactCount(feed.unread)} unread
      </Fact>
      {feed.sizeBytes > 0 && <Fact name="Size">{fileSize(feed.sizeBytes)}</Fact>}
      <Fact name="Last 12 weeks">
        <span className="fx">
          <Sparkline weeks={weeks} isFailing={feed.trouble !== null} />
          {perWeek(feed.perWeek)} a week
        </span>
      </Fact>
      <Fact name="Followed since">{fullDate(feed.addedAt)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
