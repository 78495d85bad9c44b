/** Leaves the list of what was removed: it has nothing to show any more. */
import type { ViewName } from '../../contract/ids.ts';
import { navigate, placeNow } from './navigation.ts';

export function leaveView(view: ViewName): void {
  const place = placeNow();
  if (place.view !== view) return;
  if (place.screen === 'reader') navigate({ screen: 'today', view: 'today' });
  // A page that only keeps the view for later stays.
  else navigate({ ...place, view: 'today' }, { replace: true });
}
