/** Who may talk to the browser window's server: this machine's browser, once it has shown the token of this start. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Access {
  /** Stands in the address once, after the #, where no server log sees it. */
  readonly token: string;
  /** True for requests to our own name; others come from a page that has rebound its name to this machine. */
  readonly isOurHost: (request: IncomingMessage) => boolean;
  /** True unless another page sent it, of another site or of another server on this machine. */
  readonly isOurOrigin: (request: IncomingMessage) => boolean;
  readonly isSignedIn: (request: IncomingMessage) => boolean;
  /** The cookie to set when the token is right. */
  readonly signIn: (token: unknown) => string | undefined;
}

export function createAccess(port: () => number): Access {
  const token = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const cookieName = (): string => `broadsheet-${port()}`;
  const hosts = (): readonly string[] => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  return {
    token,
    isOurHost: (request) => hosts().includes(request.headers.host ?? ''),
    isOurOrigin: ({ headers }) => {
      // 'none': the reader typed the address. 'same-site' is another port of this machine, where the cookie goes too.
      if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined)) return false;
      return headers.origin === undefined || hosts().some((host) => headers.origin === `http://${host}`);
    },
    isSignedIn: ({ headers }) =>
      (headers.cookie ?? '').split(/;\s*/).some((pair) => isSame(pair, `${cookieName()}=${session}`)),
    signIn: (given) =>
      typeof given === 'string' && isSame(given, token)
        ? `${cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/`
        : undefined,
  };
}

function isSame(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
