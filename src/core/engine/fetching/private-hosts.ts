/** Hosts on this machine or network that a person permitted, as they are stored ("127.0.0.1:8080") and as the guard wants them. */
import { type HostAndPort, hostOf, portOf } from '../../feeds/fetching/address-guard.ts';

export function readHostAndPort(text: string): HostAndPort {
  const at = text.lastIndexOf(':');
  return { host: text.slice(0, at), port: Number(text.slice(at + 1)) };
}

/** Of an absolute address. */
export function hostAndPortOf(address: string): HostAndPort {
  const url = new URL(address);
  return { host: hostOf(url), port: portOf(url) };
}

export function writeHostAndPort(address: string): string {
  const { host, port } = hostAndPortOf(address);
  return `${host}:${port}`;
}
