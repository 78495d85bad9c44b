/** A list with nothing in it: why, and what to do. */
import type { ViewName } from '../../../contract/ids.ts';
import { runCommand } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { setSettings } from '../../app/set-settings.ts';
import { useRefreshState } from '../../client/library.ts';
import { usePart } from '../../client/use-part.ts';
import { timeAndDay } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

interface ListEmptyProps {
  readonly view: ViewName;
  readonly onlyUnread: boolean;
}

export function ListEmpty({ view, onlyUnread }: ListEmptyProps) {
  const hasNoFeeds = usePart('feeds.list', (feeds) => feeds.length === 0) ?? false;
  const refresh = useRefreshState();
  const now = useNow();
  if (hasNoFeeds) return <NoFeeds />;
  if (view === 'starred' || view === 'later') return <NothingKept view={view} />;
  const showsUnread = view === 'unread' || onlyUnread;
  const title = showsUnread ? 'You are up to date' : view === 'today' ? 'Nothing new today' : 'Nothing here yet';
  const fetched = refresh?.finishedAt
    ? `Feeds were last fetched at ${timeAndDay(refresh.finishedAt, now)}.`
    : 'Feeds have not been fetched yet.';
  return (
    <Empty
      icon="check"
      title={title}
      actions={
        onlyUnread && view !== 'unread' ? (
          <Button onPress={() => setSettings({ onlyUnread: false })}>Show read articles</Button>
        ) : view === 'today' || view === 'unread' ? (
          <Button onPress={() => navigate({ view: view === 'today' ? 'all' : 'later' })}>
            {view === 'today' ? 'Show all articles' : 'Read something saved'}
          </Button>
        ) : (
          <Button onPress={() => void runCommand('refresh.here')}>Refresh</Button>
        )
      }
    >
      {fetched}
    </Empty>
  );
}

function NoFeeds() {
  return (
    <Empty
      icon="plus"
      title="No subscriptions yet"
      actions={
        <>
          <Button kind="primary" onPress={() => void runCommand('feed.add')}>
            Add feed
          </Button>
          <Button onPress={() => navigate({ screen: 'catalogue' })}>Catalogue</Button>
        </>
      }
    >
      Paste the address of a site you like, or pick from the catalogue.
    </Empty>
  );
}

function NothingKept({ view }: { readonly view: 'starred' | 'later' }) {
  return view === 'starred' ? (
    <Empty icon="star" title="No starred articles">
      Press S on an article to keep it here.
    </Empty>
  ) : (
    <Empty icon="clock" title="Nothing to read later">
      Press L on an article to put it here.
    </Empty>
  );
}
