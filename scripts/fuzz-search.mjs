/**
 * `npm run fuzz:search [-- SEED]`: 1,000 random queries typed into the search page, in libraries of 0 to 100,000 articles.
 * The first run makes the libraries, in the folder of temporary files. `npm test` types a few of them.
 */
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
  const [seed] = process.argv.slice(2);
  Object.assign(process.env, { BROADSHEET_FUZZ: 'whole', ...(seed !== undefined && { BROADSHEET_SEED: seed }) });
  const counts = await runSpecs({ node, browser, args: ['search-fuzz', '--project', 'browser', '--retries', '0'] });
  say(closingLine(counts));
  return counts.failed === 0 ? 0 : 1;
});
