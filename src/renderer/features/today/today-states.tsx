/** A front page without news, and what a reader should know before reading one. */
import { runCommand } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { useFeeds, useRefreshState } from '../../client/library.ts';
import { windowState } from '../../client/window-state.ts';
import { useStore } from '../../lib/store.ts';
import { clockTime } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { loadEdition } from './edition-model.ts';

export function TodayNotes({ failure }: { readonly failure: string | null }) {
  const refresh = useRefreshState();
  const ended = refresh?.finishedAt;
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
            {ended === undefined ? 'Everything fetched' : `Everything fetched before ${clockTime(ended)}`} is here to
            read.
          </Note>
        </div>
      )}
    </>
  );
}

export function TodayEmpty() {
  const hasFeeds = useFeeds().length > 0;
  const refresh = useRefreshState();
  const range = useStore(windowState, ({ today }) => today.range);
  if (!hasFeeds) return <NoFeeds />;
  if (refresh?.running) {
    return (
      <Empty icon="refresh" title="The first edition is on its way">
        Your feeds are being fetched. The page appears when their articles are here.
      </Empty>
    );
  }
  const ended = refresh?.finishedAt;
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
      {ended === undefined ? 'Feeds have not been fetched yet.' : `Feeds were last fetched at ${clockTime(ended)}.`}
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
      Paste the address of a site you like, or pick from the catalogue. The front page is made from what they publish.
    </Empty>
  );
}
