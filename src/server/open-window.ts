/** Opens the window where the person sees it: in a window of its own where a browser can do that, else as a tab. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './find-chromium.ts';
import { openInBrowser } from './open-browser.ts';

// A browser that this system does not let start ends at once; a later end is a person who closes the window.
const crashMs = 5_000;

/** Whether a browser was found whose window can be one of its own. */
export const canBeOwnWindow = (): boolean => findChromium() !== undefined;

/**
 * Opens `file` and does not wait. The window has a profile to itself, so that it shows no one's extensions and is in nobody's
 * history; it lies with the caches of the person, for what a library's folder holds may be somebody else's.
 */
export function openOwnWindow(file: string, libraryFolder: string): void {
  const program = findChromium();
  const begun = performance.now();
  try {
    if (program === undefined) throw new Error('it was there a moment ago');
    const profile = profileFolder(libraryFolder);
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    spawn(program, windowArguments(file, profile), { detached: true, stdio: 'ignore' })
      .once('error', () => openInBrowser(file))
      .once('exit', (code) => {
        if (code !== 0 && performance.now() - begun < crashMs) openInBrowser(file);
      })
      .unref();
  } catch {
    openInBrowser(file); // no room for a profile, or no browser any more
  }
}

function windowArguments(file: string, profile: string): string[] {
  return [
    `--app=${pathToFileURL(file).href}`,
    `--user-data-dir=${profile}`,
    '--class=Broadsheet',
    '--no-first-run',
    '--no-default-browser-check',
    // the reader asked for news, not for a browser that calls its maker
    '--disable-background-networking',
    '--disable-sync',
  ];
}

/** One for each library, as each has an address of its own. */
function profileFolder(libraryFolder: string): string {
  const name = createHash('sha256').update(resolve(libraryFolder)).digest('hex').slice(0, 16);
  return join(cacheFolder(), `window-${name}`);
}

function cacheFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Caches', 'Broadsheet');
    case 'win32':
      return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Broadsheet', 'Cache');
    default:
      return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'broadsheet');
  }
}
