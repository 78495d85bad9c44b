/** Finds the Chromium that the end-to-end specs drive: one that was named, Playwright's own, the system's, or a new one. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './plain-words.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

/** The variable in which playwright.config.ts and the stand-in are told which program to start. */
export const browserVariable = 'BROADSHEET_CHROMIUM';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
// The sample edition has titles in Chinese or Japanese and from right to left: without these its pictures show boxes.
const debianPackages = ['chromium', 'fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk'];

/**
 * @param {string} node the project's Node @param {import('./plain-words.mjs').Say} say
 * @returns {Promise<string>} the path of a program that is there
 */
export async function ensureTestBrowser(node, say) {
  const named = process.env[browserVariable];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Stop(
      `${browserVariable} names ${named}, which is no program. Correct it, or unset it and run the same command again.`,
    );
  }
  const found = (await playwrightsOwn(node)) ?? systemBrowser();
  if (found !== undefined) return found;
  if (canUseApt()) await installWithApt(say);
  const installed = systemBrowser();
  if (installed !== undefined) return installed;
  throw new Stop(
    'The end-to-end tests need a Chromium. Run "npx playwright install chromium", or install Chromium on this system, then run the same command again.',
  );
}

/** @param {string} node */
async function playwrightsOwn(node) {
  const question = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const { code, output } = await run(node, ['-e', question], { limitMs: 20_000, cwd: inRoot() });
  const path = output.trim();
  return code === 0 && isProgram(path) ? path : undefined;
}

function systemBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')];
  });
  return [...onPath, ...macApplications, ...windows].find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {import('./plain-words.mjs').Say} say */
async function installWithApt(say) {
  say(
    'Installing Chromium from Debian, which the end-to-end tests drive. This is done once and takes a minute or two.',
  );
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { limitMs: 5 * 60_000, env });
  const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...debianPackages], {
    limitMs: 15 * 60_000,
    env,
  });
  if (code !== 0)
    throw new Stop(
      `Chromium could not be installed: ${output.trim().split('\n').at(-1)}. Install it by hand ("apt-get install chromium"), then run the same command again.`,
    );
}
