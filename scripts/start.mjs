/** `npm start`: from a fresh clone to an open window. Runs on whatever Node is there; nothing need be installed. */

import { ensureBuilt } from './lib/build.mjs';
import { coreProgram } from './lib/core-build.mjs';
import { coreEnvironment, coreFlags } from './lib/core-process.mjs';
import { hasDesktop } from './lib/desktop.mjs';
import { electronFetchedOnce, howToFetchElectron } from './lib/electron-binary.mjs';
import { handOver, runInFront } from './lib/hand-over.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runCommand, say } from './lib/plain-words.mjs';
import { root } from './lib/root.mjs';
import { environment } from './lib/run.mjs';
import { readStartOptions, usage } from './lib/start-options.mjs';

// A system that lacks a library of Electron's, or forbids its sandbox, ends it within a second.
const crashMs = 5_000;

await runCommand(async () => {
  const options = readStartOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (options.help) {
    say(usage);
    return 0;
  }
  const node = await ensureInstalled(say);
  // At the same time: one waits for the network, the other for the processor.
  const [electron] = await Promise.all([electronFor(options, node), ensureBuilt(node, say)]);
  // after what others may use with us: from here on all is the reader's alone
  process.umask(0o077);
  if (electron !== undefined) {
    const code = await openElectron(electron, options);
    if (code !== undefined) return code;
  }
  return openBrowserWindow(options, node);
});

/**
 * Electron's program, or undefined when the browser window is to be used; then the reason has been said.
 * @param {import('./lib/start-options.mjs').StartOptions} options @param {string} node
 */
async function electronFor(options, node) {
  if (options.browserWindow) return undefined;
  if (!hasDesktop()) {
    say('There is no desktop here to open a window on, so Broadsheet is shown in a browser.');
    return undefined;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('Electron does not run as root, so Broadsheet is shown in your browser.');
    return undefined;
  }
  const electron = await electronFetchedOnce(node, say);
  if (electron === undefined) {
    say(`Electron could not be fetched, so Broadsheet is shown in your browser. To try again: ${howToFetchElectron}`);
  }
  return electron;
}

/**
 * Its exit code once it has ended; undefined when this system does not let it start, which has then been said.
 * @param {string} electron @param {import('./lib/start-options.mjs').StartOptions} options
 */
async function openElectron(electron, options) {
  say('Opening Broadsheet.');
  const begun = Date.now();
  const { code, signal } = await runInFront(electron, [root, ...options.passed], { cwd: root, env: environment() });
  const isOwnWish = signal === null ? code === 0 : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'].includes(signal);
  if (!isOwnWish && Date.now() - begun < crashMs) {
    say('Electron does not start on this system, so Broadsheet is shown in your browser.');
    return undefined;
  }
  if (signal !== null) process.kill(process.pid, signal);
  return code;
}

/** @param {import('./lib/start-options.mjs').StartOptions} options @param {string} node */
function openBrowserWindow({ passed, open }, node) {
  say('Starting Broadsheet. It runs until you press Ctrl+C. Its address:');
  const opening = open && hasDesktop() ? ['--open'] : [];
  return handOver(node, [...coreFlags, coreProgram('server'), ...passed, ...opening], {
    cwd: root,
    env: { ...coreEnvironment(), ...environment() },
    tied: true,
  });
}
