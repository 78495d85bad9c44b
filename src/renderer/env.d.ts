import type { Transport } from '../contract/client.ts';

declare global {
  interface Window {
    /** The desktop shell's bridge; absent in a browser. */
    readonly broadsheet?: Transport;
  }
}
