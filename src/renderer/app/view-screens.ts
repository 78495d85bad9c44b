/** Views that have a page of their own. The reader shows any other view as a list. */
import type { ViewName } from '../../contract/ids.ts';
import type { ScreenName } from './navigation.ts';

/** Each has its line in screens.ts. */
const withOwnScreen: ReadonlySet<string> = new Set<ScreenName>(['today', 'for-you']);

/** The screen that shows a view. */
export function screenOf(view: ViewName): ScreenName {
  return withOwnScreen.has(view) ? (view as ScreenName) : 'reader';
}
