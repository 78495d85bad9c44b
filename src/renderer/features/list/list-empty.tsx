/** A list with nothing in it: why, and what to do. */
import type { ViewName } from '../../../contract/ids.ts';
import { runCommand } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { useFeedCount, useRefreshState } from '../../client/library.ts';
import { changeSettings } from '../../client/settings.ts';
import { clockTime } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';

interface ListEmptyProps {
  readonly view: ViewName;
  readonly onlyUnread: boolean;
}

export function ListEmpty({ view, onlyUnread }: ListEmptyProps) {
  const hasFeeds = useFeedCount() > 0;
  const refresh = useRefreshState();
  if (!hasFeeds) return <NoFeeds />;
  if (view === 'starred' || view === 'later') return <NothingKept view={view} />;
  const showsUnread = view === 'unread' || onlyUnread;
  const title = showsUnread ? 'You are up to date' : view === 'today' ? 'Nothing new today' : 'Nothing here yet';
  const fetched = refresh?.finishedAt
    ? `Feeds were last fetched at ${clockTime(refresh.finishedAt)}.`
    : 'Feeds have not been fetched yet.';
  return (
    <Empty
      icon="check"
      title={title}
      actions={
        onlyUnread && view !== 'unread' ? (
          <Button onPress={() => void changeSettings({ onlyUnread: false })}>Show read articles</Button>
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
