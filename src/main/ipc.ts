/** Carries the window's calls to the core. It checks who calls, and nothing else: what is asked, the core checks. */
import { ipcMain, type WebContents } from 'electron';
import type { Transport } from '../contract/client.ts';
import { mayCall } from './caller.ts';

export function answerCalls(core: Transport, isWindow: (sender: WebContents) => boolean): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    if (!mayCall(event, isWindow)) throw new Error('Only the window of Broadsheet may call it.');
    return core.call(String(name), input);
  });
}
