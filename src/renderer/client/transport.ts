/** How the window reaches the core: the desktop's bridge where there is one, else HTTP to the server that sent the page. */
import type { Transport } from '../../contract/client.ts';
import { createHttpTransport } from './http-transport.ts';

/** `reconnected` runs when events may have been missed, so that everything shown must be asked for again. */
export function openTransport({ reconnected }: { readonly reconnected: () => void }): Transport {
  return window.broadsheet ?? createHttpTransport({ fetch: window.fetch.bind(window), reconnected });
}
