/** What the reader should know about this list before reading it: no network, or a feed in trouble. */
import type { ViewName } from '../../../contract/ids.ts';
import { NetworkTrouble, useNetwork } from '../../app/network-truth.tsx';
import { idInView, useFeed } from '../../client/library.ts';
import { useStore } from '../../lib/store.ts';
import { useNow } from '../../lib/use-now.ts';
import { FeedTrouble, useFeedTruth } from './feed-trouble.tsx';
import { listState } from './list-model.ts';

/** An empty list says it by itself, once. */
export function ListNotes({ view }: { readonly view: ViewName }) {
  const isEmpty = useStore(listState, ({ status, total }) => status === 'ready' && total === 0);
  const feed = useFeed(idInView(view, 'feed'));
  const truth = useFeedTruth(feed);
  const network = useNetwork();
  const now = useNow();
  const isOffline = network.kind === 'offline';
  if (isEmpty && !(isOffline && (view === 'starred' || view === 'later'))) return null;
  if (isOffline || (!feed && network.kind === 'unreached')) {
    return (
      <div className="list-note">
        <NetworkTrouble network={network} now={now} />
      </div>
    );
  }
  if (!feed || !truth) return null;
  return (
    <div className="list-note">
      <FeedTrouble feed={feed} truth={truth} />
    </div>
  );
}
