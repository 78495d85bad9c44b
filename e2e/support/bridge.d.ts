import type { Transport } from '../../src/contract/client.ts';

declare global {
  interface Window {
    /** The preload's bridge; absent in a browser. */
    readonly broadsheet?: Transport;
  }
}
