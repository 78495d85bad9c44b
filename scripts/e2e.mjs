/**
 * `npm run e2e [-- --clock SETTING] [PLAYWRIGHT ARGUMENTS]`: the end-to-end specs alone, on a fresh build; with --clock at one of
 * the moments of clock-settings.mjs, which the browser window's specs hold at (the others have a browser of their own).
 */
import { ensureBuilt } from './lib/build.mjs';
import { clockEnvironment, clockNamed } from './lib/clock-settings.mjs';
import { closingLine } from './lib/counts.mjs';
import { runSpecs } from './lib/e2e.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';
import { ensureTestBrowser } from './lib/test-browser.mjs';

await runCommand(async () => {
  const node = await ensureInstalled(say);
  const browser = await ensureTestBrowser(node, say);
  await ensureBuilt(node, say);
  const [first, name, ...others] = process.argv.slice(2);
  const atClock = first === '--clock';
  // All that starts from here on, and not this process: a build knows its sources by their content anyway.
  if (atClock) Object.assign(process.env, clockEnvironment(clockNamed(name)));
  const counts = await runSpecs({ node, browser, args: atClock ? others : process.argv.slice(2) });
  say(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
});
