/** Which answers an event of the core makes stale. Lists follow events by themselves (see the article list). */
import type { CoreEvent } from '../../contract/events.ts';
import type { MethodName } from '../../contract/index.ts';
import { debounce } from '../lib/debounce.ts';
import { client, queryClient } from './client.ts';
import { askKey } from './use-ask.ts';

const staleAfter: Readonly<Partial<Record<CoreEvent['type'], readonly MethodName[]>>> = {
  'articles-marked': ['counts.get', 'articles.get', 'articles.search'],
  'articles-arrived': ['counts.get', 'articles.get', 'feeds.list', 'articles.search'],
  'feeds-changed': [
    'feeds.list',
    'folders.list',
    'counts.get',
    'library.info',
    'feeds.diary',
    'feeds.volume',
    'catalogue.list',
  ],
};

/** A round of fetching sends hundreds of events: asking again four times a second is enough to look alive. */
const gatherMs = 250;

/** Follows the core until the returned function is called. `menu` gets the commands chosen in the desktop's menu. */
export function followCore(listeners: {
  readonly menu: (command: string, argument: string | undefined) => void;
  readonly notice: (message: string) => void;
}): () => void {
  const stale = new Set<MethodName>();
  const gathered = debounceWithin(() => {
    const names = [...stale];
    stale.clear();
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => names.includes(queryKey[0] as MethodName) });
  }, gatherMs);
  return client.on((event) => {
    if (event.type === 'refresh') queryClient.setQueryData(askKey('refresh.status', {}), event.refresh);
    else if (event.type === 'settings-changed') queryClient.setQueryData(askKey('settings.get', {}), event.settings);
    else if (event.type === 'menu') listeners.menu(event.command, event.argument);
    else if (event.type === 'notice') listeners.notice(event.message);
    else if (event.type === 'stories-changed' || event.type === 'saved-searches-changed') {
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => /^(stories|searches|today|forYou)\./.test(String(queryKey[0])),
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
