/**
 * `npm run attack [-- NAMES]`: the hostile inputs alone, every `*.attack.test.ts`, in a few minutes. They are part of
 * `npm test`; this is for whoever changes what stands between a stranger's bytes and the reader.
 */
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

// An attack that succeeds may well be a loop without end, in which no test's own limit is looked at any more.
const limitMs = 10 * 60_000;

await runCommand(async () => {
  const node = await ensureInstalled(say);
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const names = process.argv.slice(2);
  const { code } = await run(node, [vitest, 'run', ...names], {
    limitMs,
    output: 'show',
    env: { BROADSHEET_ATTACKS: '1' },
  });
  if (code === 124) say('FAILED  It ran for ten minutes and was ended: an attack that hangs has succeeded.');
  return code;
});
