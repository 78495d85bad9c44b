/**
 * Tells of what a saved search or a feed has found, where the reader asked for it: in the window while they look at it,
 * else by the system. The desktop app tells the system itself.
 */
import type { CoreEvent } from '../../contract/events.ts';
import type { ViewName } from '../../contract/ids.ts';
import { choicesAhead } from '../client/ahead.ts';
import { client } from '../client/client.ts';
import { counted } from '../lib/numbers.ts';
import { showToast } from '../ui/toast.tsx';
import { goToView } from './standard-commands.ts';

type Find = Extract<CoreEvent, { readonly type: 'saved-search-found' | 'feed-found' }>;

/** For as long as the window is open. */
export function followFinds(): void {
  const hear = (event: CoreEvent) => {
    if (event.type === 'saved-search-found' || event.type === 'feed-found') tell(event);
    else if (event.type === 'menu' && event.command === 'go.view' && event.argument)
      goToView(event.argument as ViewName);
  };
  choicesAhead().forEach(hear);
  client.on(hear);
}

function tell(find: Find): void {
  const view: ViewName = find.type === 'feed-found' ? `feed:${find.id}` : `search:${find.id}`;
  const words = counted(find.added, 'new article', 'new articles');
  if (document.hasFocus() || (!window.broadsheet && !mayNotify())) {
    showToast({ text: `${find.name}: ${words}`, action: { label: 'Show', run: () => goToView(view) } });
    return;
  }
  if (window.broadsheet) return;
  const shown = new Notification(find.name, { body: words, tag: view, silent: true });
  shown.onclick = () => {
    window.focus();
    goToView(view);
    shown.close();
  };
}

function mayNotify(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}
