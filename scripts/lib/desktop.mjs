/** What the person's desktop can do: show a window, open an address. */
import { spawn } from 'node:child_process';

/** Whether somebody sits in front of a screen. macOS and Windows always have a desktop; Linux says so in its environment. */
export function hasDesktop() {
  if (process.env.CI !== undefined) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens an address in the default browser and does not wait for it. The address has been printed by then, so a
 * browser that will not open costs nothing.
 * @param {string} url
 */
export function openInBrowser(url) {
  const [program, ...args] = opener(url);
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .once('error', () => {})
    .unref();
}

/** @param {string} url @returns {[string, ...string[]]} */
function opener(url) {
  if (process.platform === 'darwin') return ['open', url];
  // Not "start", which is a word of cmd.exe and would read the & in an address as the end of the command.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
