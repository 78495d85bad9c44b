/** What a method of the contract is: a name, a kind that says which thread answers it, and the schemas of both ends. */
import { z } from 'zod';

/**
 * query: read-only, answered by a reader thread; command: one transaction of the writer thread; task: network, XML or
 * extraction in a task worker, no database; flow: several of these in turn, led by the engine.
 */
export type MethodKind = 'query' | 'command' | 'task' | 'flow';

export interface Method<
  Kind extends MethodKind = MethodKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
}

function define<Kind extends MethodKind>(kind: Kind) {
  return <Input extends z.ZodType, Output extends z.ZodType>(
    about: string,
    input: Input,
    output: Output,
  ): Method<Kind, Input, Output> => ({ kind, about, input, output });
}

export const query = define('query');
export const command = define('command');
export const task = define('task');
export const flow = define('flow');

/** For methods that need nothing or answer nothing. */
export const nothing = z.strictObject({});
