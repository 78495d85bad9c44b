/** `npm run check`: everything that can be known without a browser, in under a minute. */
import { checkSteps, runSteps, stepLine } from './lib/check-steps.mjs';
import { closingLine, sum } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';

await runCommand(async () => {
  const node = await ensureInstalled(say);
  const results = await runSteps(checkSteps, node, (result) => say(stepLine(result)));
  const counts = sum(results.map((result) => result.counts));
  say(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
});
