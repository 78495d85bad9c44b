/** A front page without news, and what a reader should know before reading one. */
import { runCommand } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { useRefreshState } from '../../client/library.ts';
import { usePart } from '../../client/use-part.ts';
import { windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { timeAndDay } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { loadEdition } from './edition-model.ts';

export function TodayNotes({ failure }: { readonly failure: string | null }) {
  const refresh = useRefreshState();
  const ended = refresh?.finishedAt;
  const now = useNow();
  return (
    <>
      {failure !== null && (
        <div className="fp-note">
          <Note
            kind="err"
            title="The front page could not be made anew."
            actions={
              <Button size="sm" onPress={() => void loadEdition()}>
                Try again
              </Button>
            }
          >
            {failure} This is the page before.
          </Note>
        </div>
      )}
      {refresh?.offline && (
        <div className="fp-note">
          <Note kind="warn" icon="off" title="You are offline.">
            {ended === undefined ? 'Everything fetched' : `Everything fetched before ${timeAndDay(ended, now)}`} is here
            to read.
          </Note>
        </div>
      )}
    </>
  );
}

export function TodayEmpty() {
  const hasNoFeeds = usePart('feeds.list', (feeds) => feeds.length === 0) ?? false;
  const now = useNow();
  const refresh = useRefreshState();
  const range = useStore(windowState, ({ today }) => today.range);
  if (hasNoFeeds) return <NoFeeds />;
  const ended = refresh?.finishedAt;
  if (refresh?.running && ended === undefined) {
    return (
      <Empty icon="refresh" title="The first edition is on its way">
        Your feeds are being fetched. The page appears when their articles are here.
      </Empty>
    );
  }
  return (
    <Empty
      icon="check"
      title={range === 'since-visit' ? 'Nothing new since your last visit' : 'Nothing new today'}
      actions={
        <>
          <Button onPress={() => void runCommand('refresh.all')}>Refresh</Button>
          <Button onPress={() => navigate({ view: 'all' })}>Show all articles</Button>
        </>
      }
    >
      {refresh?.running ? 'Your feeds are being fetched now.' : fetchedWords(ended, now)}
    </Empty>
  );
}

function fetchedWords(ended: number | undefined, now: number): string {
  if (ended === undefined) return 'Feeds have not been fetched yet.';
  return `Feeds were last fetched at ${timeAndDay(ended, now)}.`;
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
      Paste the address of a site you like, or pick from the catalogue. The front page is made from what they publish.
    </Empty>
  );
}
