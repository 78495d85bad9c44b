/** The articles found, each with its hits marked, or what to do when there are none. */
import { useBits } from '../../client/article-bits.ts';
import { useFeeds } from '../../client/library.ts';
import { classNames } from '../../lib/class-names.ts';
import { headlineOf } from '../../lib/headline.ts';
import { pictureAddress } from '../../lib/media-address.ts';
import { exactCount } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Hit, Hits } from './use-hits.ts';

type Order = 'best' | 'newest' | 'oldest';

interface SearchResultsProps {
  readonly search: Hits;
  readonly words: string;
  /** Position of the chosen hit. */
  readonly at: number;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly onOpen: (position: number) => void;
}

export function SearchResults({ search, words, at, order, onOrder, onOpen }: SearchResultsProps) {
  const isSlow = useSlow(search.isBusy && search.hits.length === 0, words);
  if (words.trim() === '') {
    return (
      <Empty icon="search" title="Everything you have is searched">
        Type a few words. Headlines, authors and texts of all stored articles are looked through.
      </Empty>
    );
  }
  if (search.failure !== null) {
    return (
      <Empty icon="warn" title="The archive could not be searched">
        {search.failure}
      </Empty>
    );
  }
  if (search.hits.length === 0) {
    if (isSlow) return <SkeletonRows rows={5} />;
    return search.isBusy ? (
      <div className="mid" />
    ) : (
      <Empty icon="search" title={`Nothing matches “${words.trim()}”`}>
        Try fewer words, or the beginning of one with * after it.
      </Empty>
    );
  }
  return (
    <div className="scroll">
      <div className="hist">
        <div className="cap">
          <b className="num" role="status">
            {search.isExact ? '' : 'More than '}
            {exactCount(search.total)} {search.total === 1 ? 'article' : 'articles'}
          </b>
          <span className="grow" />
          <Segmented
            label="Order"
            value={order}
            onChange={onOrder}
            choices={[
              { value: 'best', label: 'Best match' },
              { value: 'newest', label: 'Newest' },
              { value: 'oldest', label: 'Oldest' },
            ]}
          />
        </div>
        {search.ignored.map((part) => (
          <Note key={part.at} kind="warn" title={`“${part.text}” was left out.`}>
            {part.why}
          </Note>
        ))}
      </div>
      <div className="res" role="listbox" id="search-results" aria-label="Results">
        {search.hits.map((hit, position) => (
          <HitRow key={hit.id} hit={hit} isChosen={position === at} onOpen={() => onOpen(position)} />
        ))}
      </div>
      {search.hasMore && (
        <div className="res-more">
          <Button onPress={search.more}>Show more</Button>
        </div>
      )}
    </div>
  );
}

interface HitRowProps {
  readonly hit: Hit;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}

function HitRow({ hit, isChosen, onOpen }: HitRowProps) {
  const { unread } = useBits(hit);
  const feed = useFeeds().find(({ id }) => id === hit.feedId);
  const picture = pictureAddress(hit.pictureUrl);
  return (
    <div
      id={`hit-${hit.id}`}
      className={classNames('hit', isChosen && 'is-sel', unread && 'un')}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      ref={(element) => {
        if (isChosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerUp={onOpen}
    >
      <h3 lang={hit.language ?? undefined} dir="auto">
        {unread && <span className="vh">Unread. </span>}
        {headlineOf(hit)}
      </h3>
      <p lang={hit.language ?? undefined} dir="auto">
        <MarkedText text={hit.snippet || hit.summary} />
      </p>
      <div className="src">
        <SourceTile name={hit.feedTitle} host={feed?.host ?? hit.publisher ?? ''} iconUrl={feed?.iconUrl} />
        <span>{hit.feedTitle}</span>
        {hit.author && <span className="t3 dot">{hit.author}</span>}
        <span className="t3 dot num">{fullDate(hit.sortAt)}</span>
        {hit.storyPublishers > 1 && (
          <span className="cluster num">
            <Icon name="layers" />
            {hit.storyPublishers}
          </span>
        )}
      </div>
      {picture && <img src={picture} alt="" loading="lazy" onError={(event) => event.currentTarget.remove()} />}
    </div>
  );
}
