/** `npm run check`: what can be known without a browser or a whole core, in under a minute. `npm test` leaves nothing out. */
import { checkSteps, runSteps, stepLine } from './lib/check-steps.mjs';
import { closingLine, sum } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';

await runCommand(async () => {
  const node = await ensureInstalled(say);
  const results = await runSteps(checkSteps, node, (result) => say(stepLine(result)), {
    BROADSHEET_QUICK: '1',
  });
  const counts = sum(results.map((result) => result.counts));
  say(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
});
