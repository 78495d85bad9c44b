/** Reads NO_PROXY: the hosts that a person wants reached without the proxy. */
import { BlockList, isIP } from 'node:net';
import type { HostAndPort } from './address-guard.ts';

/**
 * Whether a host (as hostOf gives it) is excepted. An exception is "*" for every host; a name, which holds for all under it,
 * also as ".domain" or "*.domain"; an address, also "[::1]"; or a network such as "10.0.0.0/8". Names and addresses may end
 * in ":port". What is none of these excepts nothing. A network never holds a name: 10.attacker.example is not in 10.0.0.0/8.
 */
export function isExceptedFromProxy(target: HostAndPort, exceptions: string): boolean {
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((exception) => exception === '*' || (exception !== '' && isUnder(target, exception)));
}

function isUnder({ host, port }: HostAndPort, exception: string): boolean {
  const network = /^([\d.]+|[\da-f:.]+)\/(\d{1,3})$/.exec(exception);
  if (network !== null) return isInNetwork(host, network[1] ?? '', Number(network[2]));
  const { name, wantedPort } = partsOf(exception);
  if (wantedPort !== undefined && wantedPort !== port) return false;
  if (isIP(host) !== 0 || isIP(name) !== 0) return sameAddress(host, name);
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

interface Exception {
  readonly name: string;
  readonly wantedPort: number | undefined;
}

/** An address of IPv6 has colons of its own: a port can only follow its bracket. */
function partsOf(exception: string): Exception {
  if (isIP(exception) === 6) return { name: exception, wantedPort: undefined };
  const [, name = exception, port] = /^(.*?)(?::(\d{1,5}))?$/.exec(exception) ?? [];
  return {
    name: name.replace(/^\*?\./, '').replace(/^\[|\]$|\.$/g, ''),
    wantedPort: port === undefined ? undefined : Number(port),
  };
}

/** In any spelling: ::1 and 0:0:0:0:0:0:0:1 are one. */
function sameAddress(one: string, other: string): boolean {
  return isIP(one) !== 0 && isIP(one) === isIP(other) && isInNetwork(one, other, isIP(one) === 6 ? 128 : 32);
}

function isInNetwork(host: string, network: string, prefix: number): boolean {
  const family = isIP(network);
  if (family === 0 || isIP(host) === 0 || prefix > (family === 6 ? 128 : 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family === 6 ? 'ipv6' : 'ipv4');
  return list.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}
