/** Where the library is when nobody says otherwise: one place for the desktop app, the browser window and the command line. */
import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultLibraryFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Broadsheet', 'library');
    case 'win32':
      return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Broadsheet', 'library');
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Broadsheet', 'library');
  }
}
