/** What windows are told after a call has succeeded: an event for each subject that the call says it changes. */
import type { CoreEvent } from '../../contract/events.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/index.ts';
import type { AnyMethods, Method } from '../../contract/method.ts';
import type { Announced, eventOf, Subject } from '../../contract/subjects.ts';

interface Done {
  /** Absent: any. */
  readonly articles: readonly ArticleId[] | undefined;
  readonly value: unknown;
}

const eventFor: { readonly [S in Announced]: (done: Done) => Extract<CoreEvent, { type: (typeof eventOf)[S] }> } = {
  marks: ({ articles: ids }) => ({ type: 'articles-marked', ...(ids && { ids }) }),
  feeds: () => ({ type: 'feeds-changed' }),
  searches: () => ({ type: 'saved-searches-changed' }),
  stories: () => ({ type: 'stories-changed' }),
  // a call that changes settings answers with all of them
  settings: ({ value }) => ({ type: 'settings-changed', settings: value as OutputOf<'settings.set'> }),
};

/** `input` as the call's schema parsed it, `value` as it answered. */
export function announcementsOf(
  calls: AnyMethods,
  { name, input, value }: { readonly name: string; readonly input: unknown; readonly value: unknown },
): readonly CoreEvent[] {
  const { changes = [], articles } = calls[name] ?? {};
  const subjects = changes === 'what is undone' ? undoneIn(calls) : changes;
  return subjects.map((subject) => eventFor[subject]({ articles: articles?.(input), value }));
}

/** Of what kind an operation was is known to its rows alone: all that any undoable call changes is told. */
function undoneIn(calls: AnyMethods): readonly Announced[] {
  const undoable = Object.values(calls).filter((call) => call.undoable === true);
  const changed = new Set(undoable.flatMap(subjectsOf));
  return (Object.keys(eventFor) as Announced[]).filter((subject) => changed.has(subject));
}

function subjectsOf({ changes = [], tells = [] }: Method): readonly Subject[] {
  return changes === 'what is undone' ? [] : [...changes, ...tells];
}
