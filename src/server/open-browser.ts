/** Opens a file, or an address on the web, in the default browser and does not wait for it. */
import { spawn } from 'node:child_process';

/** The terminal says how to do without: a browser that will not open costs nothing. */
export function openInBrowser(path: string): void {
  const [program, ...args] = opener(path);
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .once('error', () => {})
    .unref();
}

function opener(path: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', path];
  // Not "start", which is a word of cmd.exe and would read the & in a path as the end of the command.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', path];
  return ['xdg-open', path];
}
