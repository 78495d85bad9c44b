/** Tells an address that is worth looking up from one that is still being typed, and takes it apart. */
import type { FeedCredentials } from '../../../contract/feeds.ts';

/** A host with a dot or a port, or a whole web address; nothing is asked of a host before it has an ending. */
const shapes = [
  /^(?:https?|feed):\/\/(?:[^\s/@]*@)?[^\s/:?#@]+\.\p{L}{2,}(?:[:/?#]\S*)?$/iu,
  /^(?:https?|feed):\/\/(?:[\d.]{7,}|\[[\da-f:.]+\]|localhost)(?:[:/?#]\S*)?$/iu,
  /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[:/?#]\S*)?$/iu,
  /^@?[\w.-]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}$/iu,
];

export function looksWhole(address: string): boolean {
  const trimmed = loginApart(address.trim()).address;
  return shapes.some((shape) => shape.test(trimmed));
}

/** Words to look for, and not an address or the beginning of one. */
export function isWords(typed: string): boolean {
  const trimmed = typed.trim();
  return trimmed.length > 1 && !trimmed.includes('://') && (/\s/.test(trimmed) || !/[./:@]/.test(trimmed));
}

/** The part of an address that a person knows it by. */
export function hostIn(address: string): string {
  const trimmed = address.trim();
  const url = URL.parse(trimmed) ?? URL.parse(`https://${trimmed}`);
  return url?.host || trimmed;
}

/** An address and the login that stood in it ("https://anna:key@host/"): it is not shown any longer than it has to be. */
export function loginApart(address: string): { readonly address: string; readonly credentials?: FeedCredentials } {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || (url.username === '' && url.password === ''))
    return { address };
  const credentials = { kind: 'basic', username: decoded(url.username), password: decoded(url.password) } as const;
  url.username = '';
  url.password = '';
  return { address: url.href, credentials };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a bare % is meant as it stands
  }
}
