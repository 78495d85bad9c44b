/** How much has to be grouped before a call is answered. A file of its own: the story desk loads nothing of the worker's. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { GroupingScope } from './group-articles.ts';

/** The last three days, but where a list of stories reaches further back. `input` as the call's schema parsed it. */
export function groupedFirst(name: string, input: unknown): GroupingScope {
  if (name !== 'stories.list') return 'live';
  const { all, at, windowHours } = input as ParsedInputOf<'stories.list'>;
  const isLive = !all || (at === undefined && windowHours !== null && windowHours <= 72);
  return isLive ? 'live' : 'all';
}
