/** The login of one feed, and the one place it may go: the origin it was given for. */
import type { Headers } from './exchange.ts';

export type Credentials =
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'cookie'; readonly value: string }
  | { readonly kind: 'header'; readonly name: string; readonly value: string };

/** A user name and password written into the address ("https://anna:key@host/"), where other programs keep them too. */
export function credentialsInAddress(url: URL): Credentials | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return { kind: 'basic', username: decoded(url.username), password: decoded(url.password) };
}

export function withoutCredentials(url: URL): URL {
  if (url.username === '' && url.password === '') return url;
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}

/** The header that carries a login to `url`, or none when that is not the place it was given for (`home`). */
export function credentialHeaders(credentials: Credentials | undefined, home: URL, url: URL): Headers {
  if (credentials === undefined || !isSamePlace(home, url)) return {};
  switch (credentials.kind) {
    case 'basic': {
      const pair = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
      return { authorization: `Basic ${pair}` };
    }
    case 'bearer':
      return { authorization: `Bearer ${credentials.token}` };
    case 'cookie':
      return { cookie: credentials.value };
    case 'header':
      return { [credentials.name.toLowerCase()]: credentials.value };
  }
}

/** The same origin, or the same host gone from http to https on the usual ports. Never from https back to http. */
function isSamePlace(home: URL, url: URL): boolean {
  if (home.origin === url.origin) return true;
  const isUpgrade = home.protocol === 'http:' && url.protocol === 'https:' && home.port === '' && url.port === '';
  return isUpgrade && home.hostname === url.hostname;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a bare % is meant as it stands
  }
}
