/**
 * protocol.handle without Electron: SCHEME://HOST/PATH is http://HOST.SCHEME.localhost/PATH in Chromium, one to one, from
 * a small server that asks the app's own handler. Every address that the app sees is turned back.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { covered } from './covered.ts';

const privileged = new Set<string>();
const handlers = new Map<string, Parameters<Electron.Protocol['handle']>[1]>();
const server = createServer((request, response) => void answer(request, response));

export const protocol = covered('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    if (server.listening) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) throw new Error('stand-in: only standard, secure schemes');
      privileged.add(scheme);
    }
  },
  handle: (scheme, handler) => void handlers.set(scheme, handler),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>);

export function toChromium(address: string): string {
  const [, scheme = '', host, path] = /^([a-z]+):\/\/([^/?#]*)(.*)$/.exec(address) ?? [];
  return privileged.has(scheme) ? `http://${host}.${scheme}.localhost${path || '/'}` : address;
}

export function toElectron(address: string): string {
  const [, host, scheme = '', path] = /^http:\/\/([^/?#]+)\.([a-z]+)\.localhost(?=[/?#]|$)(.*)$/.exec(address) ?? [];
  return privileged.has(scheme) ? `${scheme}://${host}${path}` : address;
}

/** Starts the server. The rules that lead to it also keep the window from every other host. */
export async function listenForSchemes(): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return [
    ...Array.from(privileged, (scheme) => `MAP *.${scheme}.localhost 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
  ].join();
}

async function answer(
  { method = 'GET', url: path, headers }: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = toElectron(`http://${headers.host}${path}`);
  const kept = Object.entries(headers).filter(([name]) => !['host', 'connection', 'cookie'].includes(name));
  try {
    const request = new Request(url, {
      method,
      headers: Object.fromEntries(kept.map(([name, value]) => [name, toElectron(String(value))])),
    });
    const response = (await handlers.get(new URL(url).protocol.slice(0, -1))?.(request)) ?? Response.error();
    outgoing.writeHead(response.status || 502, [...response.headers].flat());
    await pipeline(response.body ? Readable.fromWeb(response.body as ReadableStream) : [], outgoing);
  } catch (cause) {
    // The page that asked may be gone.
    if (!outgoing.destroyed) console.error('protocol.handle', cause);
    outgoing.destroy();
  }
}
