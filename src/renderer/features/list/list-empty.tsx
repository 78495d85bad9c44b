/** A list with nothing in it: why, and what to do. */
import type { ViewName } from '../../../contract/ids.ts';
import { NothingHere } from '../../app/network-truth.tsx';
import type { EmptyPlace } from '../../app/network-words.ts';
import { idInView, useFeed } from '../../client/library.ts';
import { FeedTrouble, useFeedTruth } from './feed-trouble.tsx';

interface ListEmptyProps {
  readonly view: ViewName;
  readonly onlyUnread: boolean;
}

export function ListEmpty({ view, onlyUnread }: ListEmptyProps) {
  const feed = useFeed(idInView(view, 'feed'));
  const truth = useFeedTruth(feed);
  if (feed && truth) return <FeedTrouble feed={feed} truth={truth} isAlone />;
  return <NothingHere place={placeOf(view, onlyUnread)} view={view} />;
}

function placeOf(view: ViewName, onlyUnread: boolean): EmptyPlace {
  if (view === 'starred' || view === 'later' || view === 'hidden' || view === 'today') return view;
  if (view.startsWith('search:')) return 'search';
  if (view === 'unread') return 'unread';
  return onlyUnread ? 'onlyUnread' : 'list';
}
