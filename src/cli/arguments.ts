/** The command line taken apart: what every command understands, and each one's own options. */
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '../contract/errors.ts';

export type OptionTable = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
  readonly positionals: readonly string[];
  readonly libraryFolder: string | undefined;
  readonly json: boolean;
  /** Say on standard error what the program does. */
  readonly verbose: boolean;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

const commonOptions = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const satisfies OptionTable;

export function readArguments(args: readonly string[], options: OptionTable): Result<Arguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...commonOptions, ...options },
      allowPositionals: true,
    });
    const flat = values as Record<string, string | boolean | undefined>;
    // of a variable that was never set: it would be the folder that one happens to be in
    if (flat.library === '') return fail('bad_input', '--library is empty: name the folder of the library.');
    return ok({
      positionals,
      libraryFolder: typeof flat.library === 'string' ? resolve(flat.library) : undefined,
      json: flat.json === true,
      verbose: flat.verbose === true,
      values: flat,
    });
  } catch (error) {
    return fail('bad_input', firstSentence(error));
  }
}

/** Node goes on to explain how to pass what looks like an option and is none. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(/\.\s|\n/, 1)[0]?.replace(/\.$/, '')}.`;
}
