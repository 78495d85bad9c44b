/** `npm run e2e [-- PLAYWRIGHT ARGUMENTS]`: the end-to-end specs alone, on a fresh build. */
import { ensureBuilt } from './lib/build.mjs';
import { closingLine } from './lib/counts.mjs';
import { runSpecs } from './lib/e2e.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';
import { ensureTestBrowser } from './lib/test-browser.mjs';

await runCommand(async () => {
  const node = await ensureInstalled(say);
  const browser = await ensureTestBrowser(node, say);
  await ensureBuilt(node, say);
  const counts = await runSpecs({ node, browser, args: process.argv.slice(2) });
  say(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
});
