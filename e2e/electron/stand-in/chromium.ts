/** The real Chromium that draws the windows. Playwright starts and ends it; specs connect to `endpoint` themselves. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';

export async function startChromium(profile: string, hostRules: string) {
  const { BROADSHEET_CHROMIUM } = process.env;
  const context = await chromium.launchPersistentContext(profile, {
    ...(BROADSHEET_CHROMIUM ? { executablePath: BROADSHEET_CHROMIUM } : {}),
    // Size and media are the window's and the spec's business.
    ...{ viewport: null, colorScheme: null, reducedMotion: null, forcedColors: null },
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--remote-debugging-port=0', `--host-resolver-rules=${hostRules}`],
  });
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return { context, endpoint: `ws://127.0.0.1:${port}${path}` };
}
