/** Logins: where each may go, and how one that is written into an address ("https://anna:key@host/") is taken out of it. */
import type { FeedCredentials } from '../../contract/feeds.ts';

/** A login with the one place that it was given for. */
export interface Login {
  /** "https://example.org:8443" */
  readonly origin: string;
  readonly credentials: FeedCredentials;
}

/**
 * Whether what was given for `origin` may go to `url`: the same origin, or the same host gone from http to https on the
 * usual ports. Never from https back to http.
 */
export function mayGoTo(origin: string, url: URL): boolean {
  if (origin === url.origin) return true;
  const home = URL.parse(origin);
  const isUpgrade = home?.protocol === 'http:' && url.protocol === 'https:' && home.port === '' && url.port === '';
  return isUpgrade && home.hostname === url.hostname;
}

/** An address as it may be stored and shown, with the login that stood in it. */
export interface BareAddress {
  readonly address: string;
  readonly login?: Login;
}

/** What cannot be read as an address is treated as text. */
export function splitLogin(address: string): BareAddress {
  const url = URL.parse(address.trim());
  if (url === null) return { address: withoutLogins(address) };
  if (url.username === '' && url.password === '') return { address };
  const credentials = { kind: 'basic', username: decoded(url.username), password: decoded(url.password) } as const;
  url.username = '';
  url.password = '';
  return { address: url.href, login: { origin: url.origin, credentials } };
}

export function bareAddress(address: string): string {
  return splitLogin(address).address;
}

/** Any text, without the logins of the addresses in it. Time grows with the text's length alone. */
export function withoutLogins(text: string): string {
  // also as JSON writes them ("https:\/\/")
  return text.includes('@') ? text.replace(/(:(?:\\?\/){2})[^\s/?#\\"'<>]*@/g, '$1') : text;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a bare % is meant as it stands
  }
}
