/** One row of the list. Takes plain properties and knows no client; its marks it watches itself, so that one mark draws one row. */
import { type MouseEvent, memo, useState } from 'react';
import type { ArticleSummary } from '../../../contract/articles.ts';
import { useChosen } from '../../app/current-article.ts';
import { useBits } from '../../client/article-bits.ts';
import { classNames } from '../../lib/class-names.ts';
import { directionOf } from '../../lib/direction.ts';
import { headlineClass, headlineOf } from '../../lib/headline.ts';
import { pictureAddress } from '../../lib/media-address.ts';
import { duration, rowTime } from '../../lib/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { Unbroken } from '../../ui/unbroken.tsx';
import { type StoryMembers, StorySource, useUnreadReports } from './story-row.tsx';

export interface ArticleRowProps {
  readonly article: ArticleSummary;
  readonly position: number;
  readonly total: number;
  readonly isSelected: boolean;
  /** The one row that Tab reaches. */
  readonly isTabStop: boolean;
  readonly hasLine: boolean;
  readonly showPicture: boolean;
  /** The whole list is of one feed: its name is over it, and not in every row. */
  readonly isOfOneFeed: boolean;
  /** The reports of the story that the row stands for. */
  readonly story?: StoryMembers | undefined;
  readonly isUnfolded: boolean;
  readonly iconUrl: string | null;
  readonly host: string;
  /** Epoch milliseconds, a minute old at most. */
  readonly now: number;
  readonly onOpen: (position: number, event: MouseEvent) => void;
  readonly onMenu: (position: number, event: MouseEvent) => void;
  readonly onOriginal: (position: number) => void;
}

export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { article, position, total, isSelected, isTabStop, hasLine, onOpen, onMenu } = props;
  const bits = useBits(article);
  const { starred, later } = bits;
  const unreadReports = useUnreadReports(props.story);
  const unread = bits.unread || unreadReports > 0;
  const isChosen = useChosen(article.id);
  const ids = { headline: `h${article.id}`, source: `s${article.id}` };
  return (
    <article
      className={classNames(
        'art',
        props.story && 'is-story',
        unread && 'unread',
        isSelected && 'is-sel',
        isChosen && 'is-multi',
        hasLine && 'has-line',
      )}
      dir={directionOf(article)}
      tabIndex={isTabStop ? 0 : -1}
      data-region-focus
      data-position={position}
      aria-posinset={position + 1}
      aria-setsize={total}
      aria-current={isSelected ? 'true' : undefined}
      aria-labelledby={ids.headline}
      aria-describedby={ids.source}
      onMouseDown={keepFocus}
      onClick={(event) => onOpen(position, event)}
      onDoubleClick={(event) => isPlain(event) && props.onOriginal(position)}
      onAuxClick={(event) => event.button === middleButton && props.onOriginal(position)}
      onContextMenu={(event) => onMenu(position, event)}
    >
      <div className={classNames('src', props.isOfOneFeed && 'is-own')} id={ids.source}>
        {props.story ? (
          <StorySource members={props.story} unread={unreadReports} isOpen={props.isUnfolded} />
        ) : (
          <RowSource {...props} />
        )}
        {article.edited && <Mark icon="pencil" word="Edited" />}
        {starred && <Mark icon="star" word="Starred" />}
        {later && <Mark icon="clock" word="For later" />}
        {isChosen && <span className="vh">Selected</span>}
        <span className="time num">
          <span dir="ltr">{rowTime(article.sortAt, props.now)}</span>
        </span>
      </div>
      <h2 className="ttl" id={ids.headline} lang={article.language ?? undefined} dir="auto">
        {/* With a direction of its own, or its letters would give theirs to a headline that runs from right to left. */}
        {unread && (
          <span className="vh" lang="en" dir="ltr">
            {'Unread. '}
          </span>
        )}
        <span className={headlineClass(article) || undefined}>
          <Unbroken text={headlineOf(article)} />
        </span>
      </h2>
      <RowText article={article} isStory={props.story !== undefined} />
      {props.showPicture && <RowPicture url={article.pictureUrl} />}
    </article>
  );
});

/** Whose it is: the feed, or in a list of one feed who wrote it. */
function RowSource({ article, isOfOneFeed, host, iconUrl }: ArticleRowProps) {
  if (isOfOneFeed) return article.author === null ? null : <span className="nm trunc">{article.author}</span>;
  return (
    <>
      <SourceTile name={article.feedTitle} host={host} iconUrl={iconUrl} />
      <span className="nm trunc">{article.feedTitle}</span>
    </>
  );
}

const middleButton = 1;

/** The middle button would begin to scroll, and the right one take the focus from the row that is open. */
function keepFocus(event: MouseEvent): void {
  if (event.button !== 0 || event.shiftKey) event.preventDefault();
}

function isPlain(event: MouseEvent): boolean {
  return !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
}

function RowText({ article, isStory }: { readonly article: ArticleSummary; readonly isStory: boolean }) {
  const hasCluster = article.storyPublishers > 1 && !isStory;
  return (
    <div>
      {article.summary && (
        <p className="sum" lang={article.language ?? undefined} dir="auto">
          {article.summary}
        </p>
      )}
      {(hasCluster || article.audioSeconds !== null) && (
        <div className="foot">
          {article.audioSeconds !== null && <Sound seconds={article.audioSeconds} />}
          {hasCluster && <Cluster publishers={article.storyPublishers} />}
        </div>
      )}
    </div>
  );
}

const markClasses = { star: 'star-mark', clock: 'later-mark', pencil: 'edited-mark' } as const;

/** Among rows the keys go by arrows: this one is for the pointer, and the article has the same link. */
function Cluster({ publishers }: { readonly publishers: number }) {
  return (
    <button type="button" tabIndex={-1} className="cluster num" title="Compare coverage">
      <Icon name="layers" />
      <span className="vh">Sources on this story: </span>
      {publishers}
    </button>
  );
}

function Sound({ seconds }: { readonly seconds: number }) {
  return (
    <span className="row-sound num" dir="ltr">
      <Icon name="play" size="s" filled />
      <span className="vh">Plays for </span>
      {duration(seconds)}
    </span>
  );
}

function Mark({ icon, word }: { readonly icon: keyof typeof markClasses; readonly word: string }) {
  return (
    <span className={markClasses[icon]} title={word}>
      <Icon name={icon} size="s" filled={icon === 'star'} />
      <span className="vh">{word}</span>
    </span>
  );
}

function RowPicture({ url }: { readonly url: string | null }) {
  const [failed, setFailed] = useState<string | null>(null);
  const address = pictureAddress(url);
  if (!address || failed === address) return null;
  return <img src={address} alt="" loading="lazy" decoding="async" onError={() => setFailed(address)} />;
}
