/** --limit: how many are printed at most. */
import { fail, ok, type Result } from '../contract/errors.ts';
import type { Arguments } from './arguments.ts';

/** `usual` without the option. Fails with bad_input for anything but a whole number above 0. */
export function limitIn({ values: { limit } }: Arguments, usual: number): Result<number> {
  if (limit === undefined) return ok(usual);
  const given = Number(limit);
  return Number.isInteger(given) && given > 0
    ? ok(given)
    : fail('bad_input', `--limit takes a whole number above 0, not ${limit}.`);
}
