/** Chooses the proxy for an address from the environment, as other programs of this computer do. */
import { BlockList, isIP } from 'node:net';
import { hostOf, portOf } from './address-guard.ts';
import { isExceptedFromProxy } from './no-proxy.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy's address for this URL, or undefined for a direct connection. Reads HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and
 * NO_PROXY in either case (lower case first). This machine itself is never reached through a proxy.
 */
export function proxyFor(url: URL, environment: Environment): string | undefined {
  if (isThisMachine(url)) return undefined;
  const host = hostOf(url);
  if (isExceptedFromProxy({ host, port: portOf(url) }, setting(environment, 'no_proxy') ?? '')) return undefined;
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const proxy = setting(environment, name) ?? setting(environment, 'all_proxy');
  if (proxy === undefined) return undefined;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  return URL.canParse(withScheme) ? withScheme : undefined;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4'); // and its form in IPv6, which BlockList sees by itself
loopback.addAddress('::1', 'ipv6');

/**
 * Whether the address can lead nowhere but to this machine: `localhost`, or a loopback address in numbers. A name such as
 * `127.attacker.example` is a public one, and asked for without the proxy it would show the reader's own address.
 */
export function isThisMachine(url: URL): boolean {
  const host = hostOf(url);
  const family = isIP(host);
  return family === 0 ? host === 'localhost' : loopback.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether the environment speaks of proxies at all: then it alone is followed, as a person set it for this very program. */
export function namesProxies(environment: Environment): boolean {
  return ['http_proxy', 'https_proxy', 'all_proxy'].some((name) => setting(environment, name) !== undefined);
}

const schemes: Readonly<Record<string, string>> = {
  proxy: 'http',
  http: 'http',
  https: 'https',
  socks: 'socks5',
  socks5: 'socks5',
};

/**
 * The proxy of a system's answer in the form of a PAC file ("PROXY one:8080; DIRECT"): the first that is named; undefined
 * for a direct connection. What stands behind the first is for when it fails; then we fail, too, rather than go round it.
 */
export function proxyOfAnswer(answer: string): string | undefined {
  const [kind = '', address = ''] = answer.split(';', 1)[0]?.trim().split(/\s+/) ?? [];
  const scheme = schemes[kind.toLowerCase()];
  const proxy = `${scheme}://${address}`;
  return scheme !== undefined && URL.canParse(proxy) ? proxy : undefined;
}

function setting(environment: Environment, name: string): string | undefined {
  const value = environment[name] ?? environment[name.toUpperCase()];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
