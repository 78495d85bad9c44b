/** The login for an address: the name as an option, the password from a terminal or standard input, never from an argument. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { fail, ok, type Result } from '../contract/errors.ts';
import type { FeedCredentials } from '../contract/feeds.ts';
import { bareAddress } from '../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printAside, printPrompt } from './output.ts';

/** undefined where none is given. Fails with bad_input. Waits for whoever types. */
export async function readLogin(args: Arguments): Promise<Result<FeedCredentials | undefined>> {
  for (const address of args.positionals) warnOfLogin(address);
  const { user: username } = args.values;
  const isPiped = args.values['password-stdin'] === true;
  if (typeof username !== 'string')
    return isPiped ? fail('bad_input', 'Name the user as well: --user NAME --password-stdin.') : ok(undefined);
  if (args.positionals.length > 1)
    return fail('bad_input', 'A login belongs to one address. Name one address at a time with --user.');
  if (!isPiped && !process.stdin.isTTY)
    return fail('bad_input', 'There is no terminal to ask for the password on. Pipe it in, with --password-stdin.');
  const password = isPiped ? await pipedPassword() : await typedPassword(username);
  return ok({ kind: 'basic', username, password });
}

/** Said at once: by then it can be read by others, and the next time it need not be. */
function warnOfLogin(address: string): void {
  if (bareAddress(address) === address) return;
  printAside(
    'The login in this address can be seen by other programs of this computer and stays in the shell’s history. Next time: --user NAME, which asks for the password.',
  );
}

/** All of standard input but the line end after it. */
async function pipedPassword(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** Nothing of it is shown. */
async function typedPassword(username: string): Promise<string> {
  printPrompt(`Password for ${username}: `);
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const brokenOff = new AbortController();
  lines.once('SIGINT', () => brokenOff.abort());
  try {
    return await lines.question('', { signal: brokenOff.signal });
  } catch {
    process.exit(130); // Control-C, as anywhere
  } finally {
    lines.close();
    printAside('');
  }
}
