/** The steps of `npm run check`, and how two of them run at a time. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { believe, oneFailed, onePassed, vitestCounts } from './counts.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

/** @typedef {{ name: string, counts: import('./counts.mjs').Counts, output: string, ms: number }} StepResult */
/** @typedef {{ name: string, script: string, args: string[], counts?: (exitCode: number) => import('./counts.mjs').Counts }} Step */

const limitMs = 10 * 60_000; // ends a step that hangs; all of them together take under a minute on two cores
const lanes = 2; // the unit tests in one, everything else in the other
const unitReport = inRoot('.cache', 'unit.json');

const sourceFolders = ['src', 'bench', 'e2e', 'scripts'].filter((folder) => existsSync(inRoot(folder)));

/** @param {string} name */
const typesOf = (name) => [
  '-p',
  `tsconfig.${name}.json`,
  '--incremental',
  '--tsBuildInfoFile',
  `.cache/${name}.tsbuildinfo`,
];

/** The longest first: it fills a lane of its own. @type {readonly Step[]} */
export const checkSteps = [
  {
    name: 'unit tests',
    script: 'node_modules/vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    counts: (exitCode) => believe(vitestCounts(unitReport), exitCode),
  },
  { name: 'format', script: 'node_modules/@biomejs/biome/bin/biome', args: ['format', '.'] },
  { name: 'types of everything without a window', script: 'node_modules/typescript/bin/tsc', args: typesOf('node') },
  { name: 'types of the window', script: 'node_modules/typescript/bin/tsc', args: typesOf('web') },
  { name: 'types of the end-to-end specs', script: 'node_modules/typescript/bin/tsc', args: typesOf('e2e') },
  { name: 'lint', script: 'node_modules/@biomejs/biome/bin/biome', args: ['lint', '--error-on-warnings', '.'] },
  {
    name: 'dependency rules',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...sourceFolders],
  },
  { name: 'regular expressions', script: 'scripts/check-expressions.mjs', args: [] },
  { name: 'dead code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  {
    name: 'code for tests alone',
    script: 'node_modules/knip/bin/knip.js',
    args: ['--production', '--no-progress', '--no-config-hints'],
  },
  { name: 'sizes', script: 'scripts/file-sizes.mjs', args: [] },
];

/**
 * Runs the steps and tells of each when it ends. A step that could not be started has failed.
 * @param {readonly Step[]} steps @param {string} node @param {(result: StepResult) => void} tell
 * @param {Record<string, string>} [env]
 * @returns {Promise<StepResult[]>} in the order of the steps
 */
export async function runSteps(steps, node, tell, env = {}) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  rmSync(unitReport, { force: true }); // an old report must not speak for this run
  /** @type {StepResult[]} */
  const results = [];
  const waiting = steps.map((step, index) => ({ step, index }));
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { step, index } = next;
      const { code, output, ms } = await run(node, [inRoot(step.script), ...step.args], { limitMs, env });
      const counts = step.counts?.(code) ?? (code === 0 ? onePassed : oneFailed);
      const result = {
        name: step.name,
        counts,
        output: code === 124 ? `${output}\nended: it ran for ten minutes` : output,
        ms,
      };
      results[index] = result;
      tell(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** One line for a step, and what it printed if it failed. @param {StepResult} result */
export function stepLine({ name, counts, output, ms }) {
  const seconds = `${(ms / 1000).toFixed(1)} s`;
  const tests =
    counts.passed + counts.failed + counts.skipped > 1 ? ` (${counts.passed} passed, ${counts.skipped} skipped)` : '';
  if (counts.failed === 0) return `ok      ${name}${tests}, ${seconds}`;
  return `FAILED  ${name}, ${seconds}\n${output.trimEnd()}\n`;
}
