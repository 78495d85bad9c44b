/** What `electron` is to the bundle of the main process. A name that is not exported here fails to link. */
import { app as appStandIn } from './app.ts';
import { covered } from './covered.ts';
import * as native from './native.ts';
import { BrowserWindowStandIn } from './window.ts';

export { protocol } from './custom-scheme.ts';
export { dialog, nativeImage, nativeTheme, powerMonitor, screen, session, shell } from './native.ts';
export { ipcMain } from './web-contents.ts';
export const app = covered('app', appStandIn);
export const BrowserWindow = covered('BrowserWindow', BrowserWindowStandIn);
export const Menu = covered('Menu', native.Menu);
export const Notification = covered('Notification', native.Notification);
export const Tray = covered('Tray', native.Tray);

/** A test's way in: runs a function's source here, as Playwright's `ElectronApplication.evaluate` does. */
process.on('message', async ({ id, source, argument }: { id: number; source: string; argument: unknown }) => {
  try {
    const run = Function(`return (${source})`)() as (electron: object, argument: unknown) => unknown;
    process.send?.({ kind: 'value', id, value: await run({ ...native, app, BrowserWindow }, argument) });
  } catch (cause) {
    process.send?.({ kind: 'failure', id, message: String(cause) });
  }
});
process.on('disconnect', () => process.exit()); // the test is over, however it ended
