/** What a method of the contract is: a name, a kind that says which thread answers it, and the schemas of both ends. */
import { z } from 'zod';

/**
 * query: read-only, answered by a reader thread; command: transactions of the writer thread; flow: several steps led by
 * the engine, among them tasks (network, XML, extraction) in worker threads without a database.
 */
export type MethodKind = 'query' | 'command' | 'flow';

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
export const flow = define('flow');

/** For methods that need nothing or answer nothing. */
export const nothing = z.strictObject({});
