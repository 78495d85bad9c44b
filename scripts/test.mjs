/**
 * `npm test`: everything, on a machine that has only Node and npm. It goes on after a failure, so that one run tells
 * all that is wrong, and its last line counts only what ran.
 */
import { build } from './lib/build.mjs';
import { checkSteps, runSteps, stepLine } from './lib/check-steps.mjs';
import { closingLine, oneFailed, onePassed, sum } from './lib/counts.mjs';
import { runSpecs } from './lib/e2e.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, Stop, say } from './lib/plain-words.mjs';
import { browserVariable, ensureTestBrowser } from './lib/test-browser.mjs';

await runCommand(async () => {
  const node = await orCountedFailure(() => ensureInstalled(say));
  if (node === undefined) return finish([{ name: 'install', counts: oneFailed }]);
  const browser = await orCountedFailure(() => ensureTestBrowser(node, say));

  say('Checking: format, types, lint, dependencies, dead code, sizes, unit tests (some two minutes).');
  const env = browser === undefined ? {} : { [browserVariable]: browser };
  const checks = await runSteps(checkSteps, node, (result) => say(stepLine(result)), env);

  say('Building what ships, then reading in it with a real browser (some minutes).');
  return finish([...checks, ...(await buildAndRead(node, browser))]);
});

/** @typedef {{ name: string, counts: import('./lib/counts.mjs').Counts }} Part */

/** @param {string} node @param {string | undefined} browser @returns {Promise<Part[]>} */
async function buildAndRead(node, browser) {
  const problem = await build(node); // always: a build that did not run has not passed
  if (problem !== undefined) say(`FAILED  build\n${problem}\n`);
  const built = { name: 'build', counts: problem === undefined ? onePassed : oneFailed };
  // Without a build or a browser no spec can run, and what did not run has not passed.
  if (problem !== undefined || browser === undefined) return [built, { name: 'end-to-end specs', counts: oneFailed }];
  return [built, { name: 'end-to-end specs', counts: await runSpecs({ node, browser }) }];
}

/**
 * @template T
 * @param {() => Promise<T>} work @returns {Promise<T | undefined>}
 */
async function orCountedFailure(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`FAILED  ${error.message}`);
    return undefined;
  }
}

/** @param {readonly Part[]} parts */
function finish(parts) {
  say('');
  for (const { name, counts } of parts) say(`${name.padEnd(38)} ${closingLine(counts)}`);
  const total = sum(parts.map((part) => part.counts));
  say(`\n${closingLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}
