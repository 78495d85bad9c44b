/** Carries the window's calls to the core. It checks who calls, and nothing else: what is asked, the core checks. */
import { ipcMain } from 'electron';
import type { Transport } from '../contract/client.ts';
import { isOwnPage } from './own-page.ts';

export function answerCalls(core: Transport): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    // The frame is gone when the window went on to another page while the call was on its way.
    if (!isOwnPage(event.senderFrame?.url)) throw new Error('Only the window of Broadsheet may call it.');
    return core.call(String(name), input);
  });
}
