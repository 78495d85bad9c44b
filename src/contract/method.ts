/**
 * What a call of the contract is, said once: a name, a kind that says who answers it, the schemas of both ends, and what it
 * reads or changes. The thread, the events, what windows ask again and what Undo announces follow from that.
 */
import { z } from 'zod';
import type { ArticleId } from './ids.ts';
import type { Announced, Subject } from './subjects.ts';

/**
 * query: read-only, answered by a reader thread; engine: read-only, from what the engine holds in memory; story: read-only,
 * answered by the story worker, which groups and learns first what has come; command: transactions of the writer thread;
 * flow: several steps led by the engine, among them tasks (network, XML, extraction) in worker threads without a database.
 */
export type MethodKind = 'query' | 'engine' | 'story' | 'command' | 'flow';

/** Of a call that changes nothing windows show. */
interface Reads {
  /** After a change of these an answer that a window holds is old: a window that shows it asks again. */
  readonly reads: readonly Subject[];
  /** What is shown stays under the reader's eyes as it is; only who asks anew gets a new answer. */
  readonly isSteady?: true;
  /** The event brings the new answer with it: nobody needs to ask. */
  readonly isTold?: true;
}

interface QueryReads extends Reads {
  /** Bounded, but longer than a list may wait: it leaves the other readers free. */
  readonly isLong?: true;
}

/** Who answers with the id of an operation has made one, and it can be undone. */
type Undo<Output extends z.ZodType> =
  z.output<Output> extends { readonly operationId: unknown }
    ? { readonly undoable: true }
    : { readonly undoable?: never };

interface Changes<Input extends z.ZodType> {
  /** Windows are told of these once the call has succeeded. `what is undone`: of whatever an undoable call changes. */
  readonly changes: readonly Announced[] | 'what is undone';
  /** The only articles whose marks it changes; undefined: any. */
  articles?(input: z.output<Input>): readonly ArticleId[] | undefined;
}

interface Tells<Told extends Subject> {
  /** What it changes and tells windows of itself, as it goes, with what only it knows. */
  readonly tells: readonly Told[];
}

/** What a call says of itself beside its schemas, as the engine reads it. */
interface Facts {
  readonly reads?: readonly Subject[];
  readonly isSteady?: true;
  readonly isTold?: true;
  readonly isLong?: true;
  readonly changes?: Changes<z.ZodType>['changes'];
  /** Its input was parsed by the call's own schema. */
  articles?(input: unknown): readonly ArticleId[] | undefined;
  readonly undoable?: true | undefined;
}

export interface Method<
  Kind extends MethodKind = MethodKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Told extends Subject = Subject,
> extends Facts {
  readonly kind: Kind;
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
  readonly tells?: readonly Told[];
}

/** Methods by name: those of the contract, or with one more. */
export type AnyMethods = Readonly<Record<string, Method>>;

function reading<Kind extends MethodKind, Said extends Reads>(kind: Kind) {
  return <Input extends z.ZodType, Output extends z.ZodType>(
    about: string,
    input: Input,
    output: Output,
    said: Said,
  ): Method<Kind, Input, Output, never> => ({ kind, about, input, output, ...said });
}

export const query = reading<'query', QueryReads>('query');
export const engine = reading<'engine', Reads>('engine');
export const story = reading<'story', Reads>('story');

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  about: string,
  input: Input,
  output: Output,
  said: Changes<Input> & Undo<Output>,
): Method<'command', Input, Output, never> {
  return { kind: 'command', about, input, output, ...said };
}

export function flow<Input extends z.ZodType, Output extends z.ZodType, const Told extends Subject = never>(
  about: string,
  input: Input,
  output: Output,
  said: (Reads | Changes<Input> | Tells<Told>) & Undo<Output>,
): Method<'flow', Input, Output, Told> {
  return { kind: 'flow', about, input, output, ...said };
}

/** For methods that need nothing or answer nothing. */
export const nothing = z.strictObject({});
