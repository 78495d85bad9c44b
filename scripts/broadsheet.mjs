/** `npm run -s broadsheet -- COMMAND`: the command line. Says nothing of its own on standard output, which is the answer's. */
import { coreProgram } from './lib/core-build.mjs';
import { coreEnvironment, coreFlags } from './lib/core-process.mjs';
import { handOver } from './lib/hand-over.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, sayAside } from './lib/plain-words.mjs';

await runCommand(async () => {
  const node = await ensureInstalled(sayAside);
  // after what others may use with us: from here on all is the reader's alone
  process.umask(0o077);
  // npm moves to the project's folder; a person means the folder in which they typed.
  const underNpm = process.env.npm_lifecycle_event === 'broadsheet' && process.env.INIT_CWD !== undefined;
  const cwd = underNpm ? process.env.INIT_CWD : process.cwd();
  return handOver(node, [...coreFlags, coreProgram('cli'), ...process.argv.slice(2)], {
    ...(cwd !== undefined && { cwd }),
    env: coreEnvironment(),
  });
});
