/** Keeps the number of unread articles on the app's icon. */
import { app } from 'electron';
import type { Transport } from '../contract/client.ts';
import type { CoreEvent } from '../contract/events.ts';
import type { OutputOf } from '../contract/index.ts';

const changesUnread: ReadonlySet<CoreEvent['type']> = new Set(['articles-marked', 'articles-arrived', 'feeds-changed']);
/** A refresh of 200 feeds says something changed 200 times; the icon needs it twice a second at most. */
const quietMs = 500;

/** Counts now, then after each burst of changes. */
export function keepBadge(core: Transport): void {
  let timer: NodeJS.Timeout | undefined;
  const show = async () => {
    const counts = await core.call('counts.get', {});
    if (counts.ok) app.setBadgeCount((counts.value as OutputOf<'counts.get'>).all.unread);
  };
  core.on((event) => {
    if (!changesUnread.has(event.type) || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void show();
    }, quietMs);
  });
  void show();
}
