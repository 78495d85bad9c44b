/** Draws what network-words.ts says: as a whole empty page or list, or as a note above one that has something. */
import type { FeedSummary } from '../../contract/feeds.ts';
import type { ViewName } from '../../contract/ids.ts';
import { foldersNow, idInView, useCounts, useFeeds } from '../client/library.ts';
import { usePart } from '../client/use-part.ts';
import { useNow } from '../lib/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Note } from '../ui/note.tsx';
import { runCommand } from './commands.ts';
import { refresh } from './feed-actions.ts';
import { navigate } from './navigation.ts';
import {
  type Act,
  type EmptyPlace,
  emptyTruth,
  type Network,
  networkOf,
  networkTruth,
  type Truth,
} from './network-words.ts';
import { setSettings } from './set-settings.ts';

/** Of all feeds, or of those that a view is made of. */
export function useNetwork(view?: ViewName): Network {
  const feeds = useFeeds();
  const isRunning = usePart('refresh.status', ({ running }) => running) ?? false;
  const isOffline = usePart('refresh.status', ({ offline }) => offline) ?? false;
  return networkOf(feedsIn(view, feeds), { running: isRunning, offline: isOffline });
}

function feedsIn(view: ViewName | undefined, feeds: readonly FeedSummary[]): readonly FeedSummary[] {
  const feed = view && idInView(view, 'feed');
  if (feed !== undefined) return feeds.filter(({ id }) => id === feed);
  const folder = view && idInView(view, 'folder');
  if (folder === undefined) return feeds;
  const within = new Set([folder]);
  // parents come before what they hold only by chance: each round takes in one level more
  for (let size = 0; size !== within.size; ) {
    size = within.size;
    for (const { id, parentId } of foldersNow()) if (parentId !== null && within.has(parentId)) within.add(id);
  }
  return feeds.filter(({ folderId }) => folderId !== null && within.has(folderId));
}

export function NothingHere({ place, view }: { readonly place: EmptyPlace; readonly view?: ViewName }) {
  const network = useNetwork(view);
  const later = useCounts()?.later ?? 0;
  const now = useNow();
  const truth = emptyTruth(place, { network, later, now });
  return (
    <Empty
      icon={truth.icon}
      title={truth.title}
      tone={truth.tone}
      actions={<Remedies truth={truth} kind={network.kind} />}
    >
      {truth.text}
    </Empty>
  );
}

function Remedies({ truth, kind }: { readonly truth: Truth; readonly kind: Network['kind'] }) {
  const { remedy } = truth;
  if (!remedy) return null;
  return (
    <>
      <Button kind={remedy.act === 'add' ? 'primary' : 'plain'} onPress={() => doIt(remedy.act)}>
        {remedy.label}
      </Button>
      {kind === 'none' && <Button onPress={() => doIt('catalogue')}>Catalogue</Button>}
    </>
  );
}

/** Above what is there to read: nothing while all is well. */
export function NetworkTrouble({ network, now }: { readonly network: Network; readonly now: number }) {
  const truth = networkTruth(network, now);
  if (!truth) return null;
  const { remedy } = truth;
  return (
    <Note
      kind="warn"
      icon={truth.icon}
      isQuiet={network.kind !== 'offline'}
      title={`${truth.title}.`}
      actions={
        remedy && (
          <Button size="sm" onPress={() => doIt(remedy.act)}>
            {remedy.label}
          </Button>
        )
      }
    >
      {truth.text}
    </Note>
  );
}

const acts: Readonly<Record<Act, () => void>> = {
  fetch: () => refresh({ force: true }),
  troubled: () => navigate({ screen: 'subscriptions', argument: null }),
  all: () => navigate({ screen: 'reader', view: 'all' }),
  later: () => navigate({ screen: 'reader', view: 'later' }),
  showRead: () => setSettings({ onlyUnread: false }),
  add: () => void runCommand('feed.add'),
  catalogue: () => navigate({ screen: 'catalogue' }),
};

function doIt(act: Act): void {
  acts[act]();
}
