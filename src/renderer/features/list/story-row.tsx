/** What a row shows that stands for a story, and its reports under it once it is open. */
import { type MouseEvent, useSyncExternalStore } from 'react';
import type { ArticleSummary, StoryMember } from '../../../contract/articles.ts';
import { useChosen } from '../../app/current-article.ts';
import { usePlace } from '../../app/navigation.ts';
import { openStory } from '../../app/open-story.ts';
import { FeedTile } from '../../app/source-line.tsx';
import { bitsOf, useBits, watchBits } from '../../client/article-bits.ts';
import { useFeed } from '../../client/library.ts';
import { classNames } from '../../lib/class-names.ts';
import { directionOf } from '../../lib/direction.ts';
import { headlineClass, headlineOf } from '../../lib/headline.ts';
import { exactCount } from '../../lib/numbers.ts';
import { rowTime } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { Unbroken } from '../../ui/unbroken.tsx';
import { markStoryRead } from './mark-story.ts';
import type { StoryReport } from './unfolded-stories.ts';

export type StoryMembers = readonly StoryMember[];

const none: StoryMembers = [];
const mostTiles = 5;

/** How many of a story's reports are unread now; none without a story. */
export function useUnreadReports(members: StoryMembers = none): number {
  return useSyncExternalStore(watchBits, () => members.filter((member) => bitsOf(member).unread).length);
}

interface StorySourceProps {
  readonly members: StoryMembers;
  readonly unread: number;
  readonly isOpen: boolean;
}

/** In place of one source: the chevron, a tile for each of the first five, and how many there are. */
export function StorySource({ members, unread, isOpen }: StorySourceProps) {
  const feeds = [...new Set(members.map(({ feedId }) => feedId))].slice(0, mostTiles);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="tw-b"
        aria-expanded={isOpen}
        aria-label={isOpen ? 'Hide the reports' : 'Show the reports'}
      >
        <Icon name={isOpen ? 'down' : 'right'} size="s" />
      </button>
      <span className="stack" aria-hidden="true">
        {feeds.map((id) => (
          <StackTile key={id} feedId={id} />
        ))}
      </span>
      <span className="nm trunc num">
        {members.length}
        <span className="reports"> {members.length === 1 ? 'report' : 'reports'}</span>
        {unread > 0 && <span className="more">, {exactCount(unread)} unread</span>}
      </span>
    </>
  );
}

function StackTile({ feedId }: { readonly feedId: number }) {
  const feed = useFeed(feedId);
  return feed ? <SourceTile name={feed.title} host={feed.host} iconUrl={feed.iconUrl} /> : null;
}

interface ReportsProps {
  readonly head: ArticleSummary;
  readonly reports: readonly StoryReport[];
  readonly position: number;
  readonly onOpen: (article: ArticleSummary, position: number, event: MouseEvent) => void;
  readonly onMenu: (article: ArticleSummary, event: MouseEvent) => void;
}

export function StoryReports({ head, reports, position, onOpen, onMenu }: ReportsProps) {
  const open = usePlace(({ articleId }) => articleId);
  const now = useNow();
  return (
    <div className="kids">
      {reports.map(({ article, note }) => (
        <Report
          key={article.id}
          article={article}
          note={note}
          time={rowTime(article.sortAt, now)}
          isSelected={article.id === open}
          position={position}
          onOpen={onOpen}
          onMenu={onMenu}
        />
      ))}
      <div className="kidf">
        <Button
          size="sm"
          kind="ghost"
          excludeFromTabOrder
          onPress={() => head.storyId !== null && openStory(head.storyId)}
        >
          Compare coverage
        </Button>
        <span className="grow" />
        <Button size="sm" kind="ghost" excludeFromTabOrder onPress={() => void markStoryRead(head.id)}>
          Mark story read
        </Button>
      </div>
    </div>
  );
}

interface ReportProps extends Pick<ReportsProps, 'position' | 'onOpen' | 'onMenu'> {
  readonly article: ArticleSummary;
  readonly note: string;
  readonly time: string;
  readonly isSelected: boolean;
}

function Report({ article, note, time, isSelected, position, onOpen, onMenu }: ReportProps) {
  const { unread, starred } = useBits(article);
  const isChosen = useChosen(article.id);
  const id = `kid${article.id}`;
  return (
    <article
      className={classNames('kid', unread && 'unread', isSelected && 'is-sel', isChosen && 'is-multi')}
      dir={directionOf(article)}
      tabIndex={isSelected ? 0 : -1}
      data-region-focus
      data-position={position}
      data-report={article.id}
      aria-current={isSelected ? 'true' : undefined}
      aria-labelledby={id}
      onClick={(event) => onOpen(article, position, event)}
      onContextMenu={(event) => onMenu(article, event)}
    >
      <FeedTile article={article} />
      <h3 className="kt trunc" id={id} lang={article.language ?? undefined} dir="auto">
        {unread && <span className="vh">{'Unread. '}</span>}
        <span className={headlineClass(article) || undefined}>
          <Unbroken text={headlineOf(article)} />
        </span>
      </h3>
      <span className="time num">
        {starred && <Icon name="star" size="s" filled className="star-mark" />}
        <span dir="ltr">{time}</span>
      </span>
      <p className="kn trunc">
        {article.feedTitle}
        {note && ` · ${note}`}
      </p>
    </article>
  );
}
