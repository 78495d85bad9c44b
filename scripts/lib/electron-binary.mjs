/**
 * Finds Electron's program. npm brings only a loader; the program itself is fetched from elsewhere on first use, which
 * an office network may forbid. So it is tried once, briefly, and the outcome is remembered.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const folder = inRoot('node_modules', 'electron');
const recordFile = inRoot('node_modules', '.broadsheet-electron');
const limitMs = 20_000; // 110 MB in 20 s is a line of 45 Mbit/s; a slower one is told how to fetch it without a limit

/** @returns {string | undefined} its path, when it is there and whole */
function electronBinary() {
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? `${folder}/dist`;
    const binary = `${dist}/${readFileSync(`${folder}/path.txt`, 'utf8')}`;
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The program, fetched if this has not been tried yet.
 * @param {string} node the project's Node @param {import('./plain-words.mjs').Say} say @returns {Promise<string | undefined>}
 */
export async function electronFetchedOnce(node, say) {
  const present = electronBinary();
  if (present !== undefined || wasTried()) return present;
  say('Fetching Electron, which npm does not bring (tried once, 20 seconds at most).');
  await run(node, [`${folder}/install.js`], { limitMs });
  const fetched = electronBinary();
  remember(fetched === undefined ? 'not fetched' : 'fetched');
  return fetched;
}

/** For the line that says why the browser window opens. */
export const howToFetchElectron = 'node_modules/.bin/node node_modules/electron/install.js';

/** Each version of Electron gets its own try. */
const version = () => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version;

function wasTried() {
  try {
    return readFileSync(recordFile, 'utf8').startsWith(`${version()} `);
  } catch {
    return false;
  }
}

/** @param {string} outcome */
function remember(outcome) {
  try {
    writeFileSync(recordFile, `${version()} ${outcome}\n`);
  } catch {
    // A folder that cannot be written: it is tried again next time.
  }
}
