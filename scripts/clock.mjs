/**
 * `npm run unit:clock [-- SETTING… [--all] [--ci]]`: the unit tests at other hours, in other time zones and languages. Without names it
 * goes through all settings. Each runs the tests that need no whole core and those of the edition and of keeping, which depend
 * on the clock; --all runs every unit test. --ci takes the two settings that found most.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { clockEnvironment, clockNamed, clockSettings } from './lib/clock-settings.mjs';
import { believe, closingLine, sum, vitestCounts } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const limitMs = 30 * 60_000; // ends a run that hangs
const report = inRoot('.cache', 'clock.json');

await runCommand(async () => {
  const args = process.argv.slice(2);
  const settings = wished(args);
  const node = await ensureInstalled(say);
  const counts = [];
  for (const setting of settings) {
    say(`${setting.name}: ${setting.at} in ${setting.timeZone}, ${setting.language}.`);
    mkdirSync(inRoot('.cache'), { recursive: true });
    rmSync(report, { force: true }); // an old report must not speak for this run
    const vitest = [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json'];
    const { code, output } = await run(node, [...vitest, `--outputFile.json=${report}`], {
      limitMs,
      env: { ...clockEnvironment(setting), ...(!args.includes('--all') && { BROADSHEET_CLOCK_SET: '1' }) },
    });
    const counted = believe(vitestCounts(report), code);
    counts.push(counted);
    say(
      counted.failed === 0
        ? `ok      ${closingLine(counted)}`
        : `FAILED  ${closingLine(counted)}\n${output.trimEnd()}\n`,
    );
  }
  const total = sum(counts);
  say(closingLine(total));
  return total.failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} args */
function wished(args) {
  if (args.includes('--ci')) return clockSettings.filter(({ inCi }) => inCi);
  const names = args.filter((arg) => !arg.startsWith('--'));
  return names.length === 0 ? clockSettings : names.map(clockNamed);
}
