/** Takes a call by name: checks its input against the contract, sends it to the thread of its kind, tells everyone what changed. */
import { z } from 'zod';
import { fail, type Result } from '../../contract/errors.ts';
import type { CoreEvent } from '../../contract/events.ts';
import {
  isMethodName,
  type MethodName,
  methods,
  type NamesOfKind,
  type OutputOf,
  type ParsedInputOf,
} from '../../contract/index.ts';
import type { EventBus } from './event-bus.ts';
import type { EngineAnswered } from './queries.ts';
import { SearchSessions } from './searching/search-sessions.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

export type Flows = {
  readonly [Name in NamesOfKind<'flow'> | EngineAnswered]: (
    input: ParsedInputOf<Name>,
  ) => Promise<Result<OutputOf<Name>>>;
};

export interface RouterParts {
  readonly readers: WorkerPool;
  readonly writer: WorkerPool;
  readonly flows: Flows;
  readonly bus: EventBus;
  /** A search found the index damaged. */
  readonly onDamagedIndex: () => void;
}

export function createRouter(parts: RouterParts): (name: string, input: unknown) => Promise<Result<unknown>> {
  const flows = new Map(
    Object.entries(parts.flows as unknown as Record<string, (input: unknown) => Promise<Result<unknown>>>),
  );
  const sessions = new SearchSessions();
  return async (name, input) => {
    if (!isMethodName(name)) return fail('unknown_method', `There is no call named ${name}.`, { name });
    const parsed = methods[name].input.safeParse(input ?? {});
    if (!parsed.success)
      return fail('bad_input', `The call ${name} cannot be made like this: ${whatIsWrong(parsed.error)}.`, { name });
    const flow = flows.get(name);
    if (flow !== undefined) return flow(parsed.data);
    if (methods[name].kind === 'query') {
      const cancel = sessions.begin(name, parsed.data);
      const answer = await parts.readers.call(name, parsed.data, { cancel, isLong: longQueries.has(name) });
      sessions.done(cancel);
      if (name === 'articles.search' && answer.ok && (answer.value as OutputOf<typeof name>).indexIsDamaged)
        parts.onDamagedIndex();
      return answer;
    }
    const result = await parts.writer.call(name, parsed.data);
    if (result.ok) for (const event of eventsOf(name, parsed.data, result.value)) parts.bus.emit(event);
    return result;
  };
}

/** Bounded, but longer than a list may wait. */
const longQueries: ReadonlySet<MethodName> = new Set([
  'articles.search',
  'search.facets',
  'search.alternatives',
  'archive.sizes',
  'archive.preview',
]);

function whatIsWrong(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length === 0 ? issue.message : `${z.core.toDotPath(issue.path)}: ${issue.message}`))
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join('; ');
}

const feedsChanged: CoreEvent = { type: 'feeds-changed' };
const storiesChanged: CoreEvent = { type: 'stories-changed' };
const marked: CoreEvent = { type: 'articles-marked' };

/** What a command changes for windows that show it. */
function eventsOf(name: MethodName, input: unknown, value: unknown): readonly CoreEvent[] {
  switch (name) {
    case 'articles.mark': {
      const { ids } = input as ParsedInputOf<'articles.mark'>;
      return [ids === undefined ? marked : { type: 'articles-marked', ids }];
    }
    case 'articles.chooseText':
      return [{ type: 'articles-marked', ids: [(input as ParsedInputOf<'articles.chooseText'>).id] }];
    case 'operations.undo':
    case 'operations.redo':
      return [marked, feedsChanged, { type: 'saved-searches-changed' }, storiesChanged];
    case 'stories.mute':
    case 'stories.follow':
    case 'mutes.remove':
    case 'forYou.editFeature':
    case 'forYou.erase':
    case 'reading.forget':
    case 'forYou.takeBack':
      return [storiesChanged];
    case 'reading.declareBankruptcy':
      return [marked];
    case 'settings.set':
      return [{ type: 'settings-changed', settings: value as OutputOf<'settings.set'> }];
    case 'feeds.remove':
    case 'feeds.configure':
      return [feedsChanged, marked];
    default:
      if (name.startsWith('savedSearches.')) return [{ type: 'saved-searches-changed' }];
      return name.startsWith('feeds.') || name.startsWith('folders.') ? [feedsChanged] : [];
  }
}
