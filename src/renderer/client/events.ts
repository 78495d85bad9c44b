/** Follows the core: what an event makes old is asked for again. Lists follow events by themselves (see the article list). */
import type { CoreEvent } from '../../contract/events.ts';
import { staleAfter } from '../../contract/stale-after.ts';
import type { ChangeEvent } from '../../contract/subjects.ts';
import { debounce } from '../lib/debounce.ts';
import { takeChoicesAhead } from './ahead.ts';
import { client, queryClient } from './client.ts';
import { askKey } from './use-ask.ts';

/** A round of fetching sends hundreds of these: asking again twice a second is enough to look alive. */
const gathered: ReadonlySet<CoreEvent['type']> = new Set([
  'articles-marked',
  'articles-arrived',
  'feeds-changed',
  'saved-searches-changed',
]);
const gatherMs = 500;

/** Follows the core until the returned function is called. `menu` gets the commands chosen in the desktop's menu. */
export function followCore(listeners: {
  readonly menu: (command: string, argument: string | undefined) => void;
  readonly notice: (message: string) => void;
}): () => void {
  for (const { command, argument } of takeChoicesAhead()) listeners.menu(command, argument);
  const stale = new Set<string>();
  const askTogether = debounceWithin(() => {
    const names = [...stale];
    stale.clear();
    askAgain(names);
  }, gatherMs);
  return client.on((event) => {
    if (event.type === 'refresh') queryClient.setQueryData(askKey('refresh.status', {}), event.refresh);
    else if (event.type === 'settings-changed') queryClient.setQueryData(askKey('settings.get', {}), event.settings);
    else if (event.type === 'menu') listeners.menu(event.command, event.argument);
    else if (event.type === 'notice') listeners.notice(event.message);
    if (!isChange(event.type)) return;
    const { shown, unseen } = staleAfter[event.type];
    if (unseen.length > 0) askAgain(unseen, 'none');
    if (!gathered.has(event.type)) return askAgain(shown);
    for (const name of shown) stale.add(name);
    askTogether();
  });
}

function isChange(type: CoreEvent['type']): type is ChangeEvent {
  return Object.hasOwn(staleAfter, type);
}

/** `none`: not before somebody asks anew. */
function askAgain(names: readonly string[], refetchType: 'active' | 'none' = 'active'): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => names.includes(String(queryKey[0])),
    refetchType,
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
