/** One result: headline and snippet with the hits marked, and whose it is. */
import type { MouseEvent } from 'react';
import { articleMenu } from '../../app/article-menu.ts';
import { useBits } from '../../client/article-bits.ts';
import { useFeed } from '../../client/library.ts';
import { classNames } from '../../lib/class-names.ts';
import { headlineOf } from '../../lib/headline.ts';
import { pictureAddress } from '../../lib/media-address.ts';
import { fullDate } from '../../lib/times.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Hit } from './use-hits.ts';

interface HitRowProps {
  readonly hit: Hit;
  readonly position: number;
  /** How many there are; -1 while that is not known. */
  readonly total: number;
  readonly isChosen: boolean;
  readonly showPicture: boolean;
  readonly onOpen: (position: number) => void;
}

export function HitRow({ hit, position, total, isChosen, showPicture, onOpen }: HitRowProps) {
  const { unread, starred } = useBits(hit);
  const feed = useFeed(hit.feedId);
  const picture = showPicture ? pictureAddress(hit.pictureUrl) : undefined;
  const onMenu = (event: MouseEvent) => openContextMenu(event, { label: 'Article', groups: articleMenu(hit, null) });
  return (
    <div
      id={hitId(hit)}
      className={classNames('hit', isChosen && 'is-sel', unread && 'un')}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={position + 1}
      aria-setsize={total}
      onClick={() => onOpen(position)}
      onContextMenu={onMenu}
    >
      <h2 lang={hit.language ?? undefined} dir="auto">
        {unread && <span className="vh">Unread. </span>}
        {hit.title ? <MarkedText text={hit.markedTitle} /> : headlineOf(hit)}
      </h2>
      <p lang={hit.language ?? undefined} dir="auto">
        <MarkedText text={hit.snippet || hit.summary} />
      </p>
      <div className="src">
        <SourceTile name={hit.feedTitle} host={feed?.host ?? hit.publisher ?? ''} iconUrl={feed?.iconUrl} />
        <span className="trunc">{hit.feedTitle}</span>
        {hit.markedAuthor && (
          <span className="t3 dot trunc hit-author">
            <MarkedText text={hit.markedAuthor} />
          </span>
        )}
        <span className="t3 dot num">{fullDate(hit.sortAt)}</span>
        {starred && (
          <span className="star-mark">
            <Icon name="star" size="s" filled />
            <span className="vh">Starred</span>
          </span>
        )}
        {hit.storyPublishers > 1 && (
          <span className="cluster num">
            <Icon name="layers" />
            <span className="vh">Sources on this story: </span>
            {hit.storyPublishers}
          </span>
        )}
      </div>
      {picture && <img src={picture} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />}
    </div>
  );
}

export function hitId({ id }: Pick<Hit, 'id'>): string {
  return `hit-${id}`;
}
