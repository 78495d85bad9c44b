/** Chooses the proxy for an address from the environment, as other programs of this computer do. */
import { hostOf, portOf } from './address-guard.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy's address for this URL, or undefined for a direct connection. Reads HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and
 * NO_PROXY in either case (lower case first). This machine itself is never reached through a proxy.
 */
export function proxyFor(url: URL, environment: Environment): string | undefined {
  const host = hostOf(url);
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return undefined;
  if (isExcepted(host, portOf(url), setting(environment, 'no_proxy') ?? '')) return undefined;
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const proxy = setting(environment, name) ?? setting(environment, 'all_proxy');
  if (proxy === undefined) return undefined;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  return URL.canParse(withScheme) ? withScheme : undefined;
}

function setting(environment: Environment, name: string): string | undefined {
  const value = environment[name] ?? environment[name.toUpperCase()];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

/** NO_PROXY: names, ".domain" or "*.domain" for all under it, an optional ":port", "*" for every host. */
function isExcepted(host: string, port: number, exceptions: string): boolean {
  return exceptions
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .some((one) => {
      if (one === '*') return true;
      const [, name = one, wantedPort] = /^(.+?)(?::(\d+))?$/.exec(one.toLowerCase()) ?? [];
      if (wantedPort !== undefined && Number(wantedPort) !== port) return false;
      const domain = name.replace(/^\*?\./, '');
      return host === domain || host.endsWith(`.${domain}`);
    });
}
