/** `npm run pictures`: takes the pictures of the README anew, from the sample edition, into docs/pictures. */
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
  say('Taking pictures of the sample edition (about a minute).');
  return handOver(node, [inRoot('scripts', 'take-pictures.ts')], {
    cwd: root,
    env: { ...process.env, [browserVariable]: browser },
  });
});
