/** Runs the end-to-end specs over both windows, on the bundles as they are shipped. */
import { mkdirSync, rmSync } from 'node:fs';
import { believe, playwrightCounts } from './counts.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { browserVariable } from './test-browser.mjs';

const limitMs = 60 * 60_000; // ends a run that hangs
const report = inRoot('.cache', 'e2e.json');

/**
 * @param {{ node: string, browser: string, args?: readonly string[] }} options args go to Playwright as they are
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runSpecs({ node, browser, args = [] }) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  rmSync(report, { force: true }); // an old report must not speak for this run
  const env = { [browserVariable]: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await run(node, [cli, 'test', '--reporter=list,json', ...args], { limitMs, env, output: 'show' });
  return believe(playwrightCounts(report), code);
}
