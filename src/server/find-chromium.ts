/** A browser that can show a page in a window without bars, as an app: any of the Chromium family. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
];
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];
const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Chromium\\Application\\chrome.exe',
];
const launcherBytes = 10_000;

/** Its program, or undefined where there is none that could be used. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string | undefined {
  if (platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')]
      .flatMap((folder) => macNames.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)))
      .find((place) => existsSync(place));
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .flatMap((folder) => (folder ? windowsPlaces.map((place) => join(folder, place)) : []))
      .find((place) => existsSync(place));
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return linuxNames
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((place) => existsSync(place) && !isShutIn(place));
}

/** A snap may use neither a profile nor a file below a hidden folder, which is where ours lie. */
function isShutIn(place: string): boolean {
  try {
    const real = realpathSync(place);
    if (/^\/(?:snap|usr\/bin\/snap)/.test(real) || real.startsWith('/var/lib/snapd/')) return true;
    const program = readFileSync(real);
    return program.length < launcherBytes && program.includes('/snap/');
  } catch {
    return true; // may not be read, and so not be judged
  }
}
