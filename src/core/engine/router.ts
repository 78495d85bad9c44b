/**
 * Takes a call by name: checks its input against the contract, sends it to whoever answers calls of its kind, tells everyone
 * what it changed.
 */
import { z } from 'zod';
import { fail, type Result } from '../../contract/errors.ts';
import type { NamesOfKind, OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { AnyMethods, Method } from '../../contract/method.ts';
import { announcementsOf } from './announce.ts';
import type { EventBus } from './event-bus.ts';
import { SearchSessions } from './searching/search-sessions.ts';
import type { StoryDesk } from './stories/story-desk.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

export type Flows = {
  readonly [Name in NamesOfKind<'flow' | 'engine'>]: (input: ParsedInputOf<Name>) => Promise<Result<OutputOf<Name>>>;
};

export interface RouterParts {
  /** The contract. */
  readonly calls: AnyMethods;
  readonly readers: WorkerPool;
  readonly writer: WorkerPool;
  readonly stories: Pick<StoryDesk, 'ask'>;
  /** A function for each flow and each call of the kind `engine`. */
  readonly flows: object;
  readonly bus: EventBus;
  /** A search found the index damaged. */
  readonly onDamagedIndex: () => void;
}

type AnyCall = (input: unknown) => Promise<Result<unknown>>;

export function createRouter(parts: RouterParts): (name: string, input: unknown) => Promise<Result<unknown>> {
  const calls = new Map(Object.entries(parts.calls));
  const flows = new Map(Object.entries(parts.flows as Readonly<Record<string, AnyCall>>));
  const sessions = new SearchSessions();
  const read = async (name: string, { isLong }: Method, input: unknown): Promise<Result<unknown>> => {
    const cancel = sessions.begin(name, input);
    const answer = await parts.readers.call(name, input, { cancel, isLong: isLong === true });
    sessions.done(cancel);
    if (name === 'articles.search' && answer.ok && (answer.value as OutputOf<'articles.search'>).indexIsDamaged)
      parts.onDamagedIndex();
    return answer;
  };
  const lead = (name: string, input: unknown): Promise<Result<unknown>> => {
    const flow = flows.get(name);
    if (flow === undefined) throw new Error(`nobody answers ${name}`);
    return flow(input);
  };
  const answers: {
    readonly [Kind in Method['kind']]: (name: string, call: Method, input: unknown) => ReturnType<AnyCall>;
  } = {
    query: read,
    story: (name, _call, input) => parts.stories.ask(name, input),
    command: (name, _call, input) => parts.writer.call(name, input),
    flow: (name, _call, input) => lead(name, input),
    engine: (name, _call, input) => lead(name, input),
  };
  return async (name, input) => {
    const call = calls.get(name);
    if (call === undefined) return fail('unknown_method', `There is no call named ${name}.`, { name });
    const parsed = call.input.safeParse(input ?? {});
    if (!parsed.success)
      return fail('bad_input', `The call ${name} cannot be made like this: ${whatIsWrong(parsed.error)}.`, { name });
    const result = await answers[call.kind](name, call, parsed.data);
    if (!result.ok) return result;
    const done = { name, input: parsed.data, value: result.value };
    for (const event of announcementsOf(parts.calls, done)) parts.bus.emit(event);
    return result;
  };
}

function whatIsWrong(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length === 0 ? issue.message : `${z.core.toDotPath(issue.path)}: ${issue.message}`))
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join('; ');
}
