/** How the window reaches the core: the desktop's bridge where there is one, else HTTP to the server that sent the page. */
import type { Transport } from '../../contract/client.ts';
import { createHttpTransport } from './http-transport.ts';
import { openSession } from './session.ts';

let onReconnected = (): void => undefined;

export const transport: Transport = window.broadsheet ?? createHttpTransport(() => onReconnected());

/** Whether there is anybody who may be called; a browser has to be let in first. */
export async function isLetIn(): Promise<boolean> {
  return window.broadsheet !== undefined || (await openSession()) !== undefined;
}

/** `run` when events may have been missed, so that everything shown must be asked for again. */
export function whenReconnected(run: () => void): void {
  onReconnected = run;
}
