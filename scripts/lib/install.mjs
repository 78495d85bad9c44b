/** Brings what package-lock.json names, with npm, when it is not there yet. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { isInstalled, isInstalledByHand, rememberInstalled } from './install-record.mjs';
import { npmCommand } from './npm.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { Stop } from './plain-words.mjs';
import { projectNode, provenNode } from './project-node.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const limitMs = 15 * 60_000; // 330 packages, 400 MB unpacked, over a slow line

// No install scripts: every binary comes inside a package, and npm would otherwise start node-gyp for better-sqlite3,
// which wants Python and a compiler. A short back-off, so that somebody without a network is told so within seconds.
const npmFlags = [
  '--ignore-scripts --include=dev --include=optional --no-audit --no-fund --prefer-offline --loglevel=error',
  '--fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000',
]
  .join(' ')
  .split(' ');

/** @type {readonly (readonly [RegExp, string])[]} */
const reasons = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT/,
    'The package registry could not be reached. Check the network (or the proxy that npm is set to), then run the same command again.',
  ],
  [/ENOSPC/, 'The disk is full. Broadsheet needs about 1 GB here; make room, then run the same command again.'],
  [
    /EACCES|EROFS|EPERM/,
    `This folder cannot be written: ${inRoot()}. Copy Broadsheet to a folder of your own and start it there.`,
  ],
  [
    /can only install packages when|Missing: \S{1,200} from lock file/,
    'package-lock.json does not name all that package.json wants, and nothing is installed whose sum is not known. Take both files from one version of Broadsheet ("git checkout package.json package-lock.json"), then run the same command again.',
  ],
  [/EINTEGRITY/, 'A package arrived damaged. Run "npm cache verify", then the same command again.'],
];

/**
 * Makes sure that everything is installed, and gives back the Node that the project runs on. When all is there it
 * costs a few milliseconds and says nothing.
 * @param {import('./plain-words.mjs').Say} say @returns {Promise<string>} path of the Node to use
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return projectNode();
  if (!isInstalledByHand()) {
    await oneAtATime('install', async () => {
      if (!isInstalled()) await install(say);
    });
  }
  const node = provenNode();
  rememberInstalled();
  return node;
}

/** @param {import('./plain-words.mjs').Say} say */
async function install(say) {
  say('Installing what Broadsheet needs. This is done once and takes about half a minute.');
  // What the lock file names, and nothing else. A registry may lack the packages of other systems: they are optional, and
  // where the lock file names them npm asks for those of this system alone.
  const result = await npm(['ci']);
  if (result.code !== 0) throw new Stop(explain(result));
  provenNode();
  rememberInstalled();
}

/** @param {readonly string[]} command */
function npm(command) {
  const { program, before, shell } = npmCommand();
  return run(program, [...before, ...command, ...npmFlags], { limitMs, shell });
}

/** @param {import('./run.mjs').RunResult} result */
function explain({ code, output }) {
  if (code === 127)
    return 'npm was not found. It comes with Node: install Node from nodejs.org, then run the same command again.';
  if (code === 124) return 'Installing took more than a quarter of an hour and was ended. Run the same command again.';
  const known = reasons.find(([sign]) => sign.test(output));
  if (known) return known[1];
  return `npm could not install Broadsheet's parts. ${keepAccount(output)}`;
}

/** @param {string} output */
function keepAccount(output) {
  const file = inRoot('.cache', 'install.log');
  try {
    mkdirSync(inRoot('.cache'), { recursive: true });
    writeFileSync(file, output);
    return `Its own account is in ${file}.`;
  } catch {
    return `It said: ${lastLine(output)}`;
  }
}

/** A registry's words may hold what a terminal obeys. @param {string} output */
function lastLine(output) {
  const line = output.trim().split('\n').at(-1) ?? '';
  return line.replaceAll(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '') || 'nothing';
}
