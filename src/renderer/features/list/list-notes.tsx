/** What the reader should know about this list before reading it: no network, or a feed in trouble. */
import type { ViewName } from '../../../contract/ids.ts';
import { refresh } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { idInView, useFeed } from '../../client/library.ts';
import { usePart } from '../../client/use-part.ts';
import { timeAndDay } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

export function ListNotes({ view }: { readonly view: ViewName }) {
  const isOffline = usePart('refresh.status', ({ offline }) => offline);
  const ended = usePart('refresh.status', ({ finishedAt }) => finishedAt);
  const feed = useFeed(idInView(view, 'feed'));
  const now = useNow();
  if (isOffline) {
    return (
      <div className="list-note">
        <Note kind="warn" icon="off" title="You are offline.">
          {ended === undefined ? 'Everything fetched' : `Everything fetched before ${timeAndDay(ended, now)}`} is here
          to read.
        </Note>
      </div>
    );
  }
  if (!feed || feed.trouble === null || feed.health === 'ok') return null;
  return (
    <div className="list-note">
      <Note
        kind={feed.health === 'error' ? 'err' : 'warn'}
        isQuiet
        icon="warn"
        title={`${feed.title} is in trouble.`}
        actions={
          <>
            <Button size="sm" onPress={() => refresh({ feedIds: [feed.id], force: true })}>
              Try now
            </Button>
            <Button
              size="sm"
              kind="ghost"
              onPress={() => navigate({ screen: 'subscriptions', argument: String(feed.id) })}
            >
              Details
            </Button>
          </>
        }
      >
        {feed.trouble}
      </Note>
    </div>
  );
}
