/** `npm run look`: takes a picture of every screen in every theme and width, with an index page to look through them. */
import { ensureBuilt } from './lib/build.mjs';
import { handOver } from './lib/hand-over.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';
import { inRoot, root } from './lib/root.mjs';
import { browserVariable, ensureTestBrowser } from './lib/test-browser.mjs';

await runCommand(async () => {
  const node = await ensureInstalled(say);
  const browser = await ensureTestBrowser(node, say);
  await ensureBuilt(node, say);
  return handOver(node, [inRoot('e2e', 'look', 'take-look.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, [browserVariable]: browser },
  });
});
