/** Says which addresses a feed may lead to. A feed is a stranger's word: it must not reach the reader's own machine or network. */
import { BlockList, isIP } from 'node:net';
import { type Failure, ok, type Result } from '../../../contract/errors.ts';
import { fetchFailure } from '../diary/explain-failure.ts';

/** One host name or address and one port, as a person allowed it. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

const ipv4Ranges: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8], // "this network"; 0.0.0.0 reaches the machine itself
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, and the metadata service of every cloud
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24], // relays of 6to4, given up (RFC 7526)
  ['192.168.0.0', 16],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved and broadcast
  // 198.18.0.0/15 (benchmarking) is left out: VPNs that answer every name with such an address would lose every feed.
];

const ipv6Ranges: readonly (readonly [address: string, prefix: number])[] = [
  ['::', 96], // unspecified, loopback and the old IPv4-compatible form
  ['::ffff:0:0:0', 96], // an IPv4 address in disguise (RFC 2765, SIIT)
  ['64:ff9b:1::', 48], // NAT64 for local use
  ['100::', 64], // discard
  ['2001::', 32], // Teredo: holds an IPv4 address in disguise
  ['2001:db8::', 32], // documentation: no host has one
  ['3fff::', 20], // documentation, too
  ['5f00::', 16], // segment routing, inside one network only
  ['fc00::', 7], // unique-local
  ['fe80::', 10], // link-local
  ['fec0::', 10], // site-local
  ['ff00::', 8], // multicast
];

/** Every refused range, once for the process. IPv4-mapped IPv6 addresses are matched against the IPv4 ranges by BlockList itself. */
export const refusedAddresses: BlockList = buildBlockList();

function buildBlockList(): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ipv4Ranges) {
    list.addSubnet(address, prefix, 'ipv4');
    const [high, low] = hexPair(address);
    list.addSubnet(`64:ff9b::${high}:${low}`, 96 + prefix, 'ipv6'); // NAT64 (RFC 6052) leads back to the IPv4 address
    list.addSubnet(`2002:${high}:${low}::`, 16 + prefix, 'ipv6'); // 6to4 (RFC 3056) does too
  }
  for (const [address, prefix] of ipv6Ranges) list.addSubnet(address, prefix, 'ipv6');
  return list;
}

function hexPair(ipv4: string): readonly [string, string] {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}

/** True for an IP address (no brackets, zone allowed) on this machine, in a private network, or meant for no single public host. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*/s, '');
  const family = isIP(bare);
  if (family === 0) return false;
  return refusedAddresses.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}

export interface AddressPolicy {
  readonly allowPrivate: readonly HostAndPort[];
  /** The connection will be a proxy's, so that no socket of ours shows where it leads: names that are local by form are refused too. */
  readonly throughProxy: boolean;
}

/**
 * Checks an absolute address before anything is looked up or connected. Literals are refused here in every spelling,
 * since the URL parser has already turned 127.1, 0x7f.1 and 2130706433 into four numbers; names are checked again on
 * the connected socket (guarded-connect.ts). Fails with bad_address or private_address.
 */
export function checkAddress(url: URL, policy: AddressPolicy): Result<URL> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { ok: false, error: fetchFailure('bad_address', { url: url.href }) };
  }
  if (isAllowed(url, policy.allowPrivate)) return ok(url);
  const host = hostOf(url);
  if (isPrivateAddress(host) || (policy.throughProxy && isLocalName(host))) {
    return { ok: false, error: privateAddress(url) };
  }
  return ok(url);
}

/** Whether a person allowed exactly this host and this port. */
export function isAllowed(url: URL, allowed: readonly HostAndPort[]): boolean {
  if (allowed.length === 0) return false;
  const host = hostOf(url);
  const port = portOf(url);
  return allowed.some((one) => one.port === port && plainHost(one.host) === host);
}

export function privateAddress(url: URL): Failure {
  return fetchFailure('private_address', { url: url.href, host: hostOf(url), port: portOf(url) });
}

/** Host name or address without brackets and without the root's dot, lower case. */
export function hostOf(url: URL): string {
  return plainHost(url.hostname);
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Reads an address that may not be one. */
export function parseAddress(raw: string): URL | undefined {
  return URL.canParse(raw) ? new URL(raw) : undefined;
}

function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.{1,9}$/, '');
}

/** Names that no public server has: localhost, anything under it or .local/.internal and the like, and names without a dot. */
function isLocalName(host: string): boolean {
  if (isIP(host) !== 0) return false;
  return (
    !host.includes('.') || /\.(?:localhost|localdomain|local|internal|lan|home|home\.arpa|corp|intranet)$/.test(host)
  );
}
