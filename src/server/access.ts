/** Which requests may come near the browser window's server: those to its own name, from its own page. */
import type { IncomingMessage } from 'node:http';

export interface Access {
  /** True for requests to our own name; others come from a page that has rebound its name to this machine. */
  readonly isOurHost: (request: IncomingMessage) => boolean;
  /** True unless another page sent it, of another site or of another server on this machine. */
  readonly isOurOrigin: (request: IncomingMessage) => boolean;
}

export function createAccess(port: () => number): Access {
  const hosts = (): readonly string[] => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  return {
    isOurHost: (request) => hosts().includes(request.headers.host ?? ''),
    isOurOrigin: ({ headers }) => {
      // 'none': the reader typed the address. 'same-site' is another port of this machine.
      if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined)) return false;
      return headers.origin === undefined || hosts().some((host) => headers.origin === `http://${host}`);
    },
  };
}

/** A page that takes the whole tab, as a form on a file of this computer makes it; no script and no frame asks so. */
export function isNavigation({ headers }: IncomingMessage): boolean {
  const [mode, dest] = [headers['sec-fetch-mode'], headers['sec-fetch-dest']];
  return (mode === undefined || mode === 'navigate') && (dest === undefined || dest === 'document');
}
