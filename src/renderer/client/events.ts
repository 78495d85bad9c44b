/** Which answers an event of the core makes stale. Lists follow events by themselves (see the article list). */
import type { CoreEvent } from '../../contract/events.ts';
import type { MethodName } from '../../contract/index.ts';
import { debounce } from '../lib/debounce.ts';
import { takeChoicesAhead } from './ahead.ts';
import { client, queryClient } from './client.ts';
import { askKey } from './use-ask.ts';

const staleAfter: Readonly<Partial<Record<CoreEvent['type'], readonly MethodName[]>>> = {
  'articles-marked': ['counts.get', 'articles.get', 'savedSearches.list', 'operations.history', 'forYou.profile'],
  'articles-arrived': ['counts.get', 'articles.get', 'feeds.list', 'savedSearches.list'],
  'saved-searches-changed': ['savedSearches.list', 'counts.get', 'operations.history'],
  'feeds-changed': [
    'feeds.list',
    'folders.list',
    'counts.get',
    'library.info',
    'feeds.diary',
    'feeds.volume',
    'catalogue.list',
    'operations.history',
  ],
};

/** Results stay under the reader's eyes as they are; the same question asked again gets a new answer. */
const staleUnseen: Readonly<Partial<Record<CoreEvent['type'], true>>> = {
  'articles-marked': true,
  'articles-arrived': true,
  'feeds-changed': true,
};

/** The front page and For you hold their order by themselves, so that nothing moves under the pointer. */
const followsStories = /^(stories|searches|mutes)\.|^articles\.(related|hiddenReason)$|^forYou\.profile$/;

/** A round of fetching sends hundreds of events: asking again twice a second is enough to look alive. */
const gatherMs = 500;

/** Follows the core until the returned function is called. `menu` gets the commands chosen in the desktop's menu. */
export function followCore(listeners: {
  readonly menu: (command: string, argument: string | undefined) => void;
  readonly notice: (message: string) => void;
}): () => void {
  for (const { command, argument } of takeChoicesAhead()) listeners.menu(command, argument);
  const stale = new Set<MethodName>();
  const gathered = debounceWithin(() => {
    const names = [...stale];
    stale.clear();
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => names.includes(queryKey[0] as MethodName) });
  }, gatherMs);
  return client.on((event) => {
    if (event.type === 'refresh') {
      queryClient.setQueryData(askKey('refresh.status', {}), event.refresh);
      // Asked for only while somebody looks at it.
      void queryClient.invalidateQueries({ queryKey: askKey('refresh.feeds', {}) });
    } else if (event.type === 'settings-changed') queryClient.setQueryData(askKey('settings.get', {}), event.settings);
    else if (event.type === 'menu') listeners.menu(event.command, event.argument);
    else if (event.type === 'notice') listeners.notice(event.message);
    else if (event.type === 'stories-changed' || event.type === 'saved-searches-changed') {
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => followsStories.test(String(queryKey[0])),
      });
    }
    if (staleUnseen[event.type]) {
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => /^(articles\.search|search\.facets)$/.test(String(queryKey[0])),
        refetchType: 'none',
      });
    }
    for (const name of staleAfter[event.type] ?? []) stale.add(name);
    if (stale.size > 0) gathered();
  });
}

/** Unlike a plain debounce this runs during a burst too, once in `waitMs`. */
function debounceWithin(run: () => void, waitMs: number): () => void {
  let waiting = false;
  const later = debounce(() => {
    waiting = false;
    run();
  }, waitMs);
  return () => {
    if (waiting) return;
    waiting = true;
    later.call();
  };
}
