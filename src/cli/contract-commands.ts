/** call and pipe: the contract itself, from a terminal. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { fail, type Result } from '../contract/errors.ts';
import { methods } from '../contract/index.ts';
import type { Arguments } from './arguments.ts';
import { printFailure, printJson } from './output.ts';
import { withCore } from './with-core.ts';

/** One call; prints its value. With --list prints every name with the JSON schema of its input and output, one a line. */
export async function callCommand(args: Arguments): Promise<number> {
  if (args.values.list === true) {
    for (const [name, method] of Object.entries(methods)) {
      printJson({
        name,
        kind: method.kind,
        about: method.about,
        input: schemaOf(method.input, 'input'),
        output: schemaOf(method.output, 'output'),
      });
    }
    return 0;
  }
  const [name, text = '{}'] = args.positionals;
  if (name === undefined)
    return printFailure(
      fail('bad_input', 'Name the call: call NAME JSON. With --list all names are shown.'),
      args.json,
    );
  const input = readJson(text);
  if (!input.ok) return printFailure(input.error, args.json);
  return withCore(args, async ({ callNamed }) => {
    const result = await callNamed(name, input.value);
    if (!result.ok) return printFailure(result.error, args.json);
    printJson(result.value);
    return 0;
  });
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}

/** Reads {name, input} lines and answers {ok, value | error, ms} lines in order, on one open library. */
export function pipe(args: Arguments): Promise<number> {
  return withCore(args, async ({ callNamed }) => {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const start = performance.now();
      const result = await answer(callNamed, line);
      printJson({ ...result, ms: Math.round((performance.now() - start) * 1000) / 1000 });
    }
    return 0;
  });
}

async function answer(
  callNamed: (name: string, input: unknown) => Promise<Result<unknown>>,
  line: string,
): Promise<Result<unknown>> {
  const parsed = readJson(line);
  if (!parsed.ok) return parsed;
  const request = z.object({ name: z.string(), input: z.unknown().optional() }).safeParse(parsed.value);
  if (!request.success) return fail('bad_input', 'Each line is an object with a name and an input.');
  return callNamed(request.data.name, request.data.input ?? {});
}

function readJson(text: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return fail('bad_input', `This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
