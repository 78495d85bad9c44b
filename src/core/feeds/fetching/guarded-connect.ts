/** Opens the connections of every fetch and looks at where each really leads, before a byte is sent over it. */
import { connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls';
import { buildConnector } from 'undici';
import { isPrivateAddress, refusedAddresses } from './address-guard.ts';

/** Raised inside the connector only; classify-error.ts turns it into a failure. */
class ConnectRefused extends Error {
  readonly code: 'PRIVATE_ADDRESS' | 'CONNECT_TIMEOUT';

  constructor(code: 'PRIVATE_ADDRESS' | 'CONNECT_TIMEOUT') {
    super(code);
    this.code = code;
  }
}

export interface ConnectionNote {
  /** The address at the other end of the socket. */
  readonly remoteAddress: string;
  readonly httpVersion: '1.1' | '2';
}

export interface ConnectorOptions {
  /** Refuse private addresses on this connector's sockets. */
  readonly guarded: boolean;
  /** For name, connection and TLS together. */
  readonly timeoutMs: number;
  /** Host name → "127.0.0.1:port": connected to that instead, and exempt from the guard. */
  readonly hostOverrides: Readonly<Record<string, string>>;
  readonly secureContext: () => SecureContext;
  /** Looks names up; the system's resolver when absent. */
  readonly lookup?: LookupFunction;
  readonly onConnected: (origin: string, note: ConnectionNote) => void;
}

type Connector = buildConnector.connector;
type Target = buildConnector.Options;
type Done = buildConnector.Callback;

/**
 * Makes an undici connector. The TCP connection is made first and its remote address checked against the one list; only
 * then does TLS (whose first message names the host) or HTTP begin. Names are thus checked by the address they gave
 * for this very connection, whatever they gave before.
 */
export function createConnector(options: ConnectorOptions): Connector {
  let secure: Connector | undefined;
  return (target, done) => {
    const socket = openTcp(target, options);
    const finish = settleOnce(socket, options.timeoutMs, done);
    const onError = (error: Error): void => finish(error, null);
    socket.once('error', onError);
    socket.once('connect', () => {
      if (isRefused(target, socket, options)) {
        socket.destroy(new ConnectRefused('PRIVATE_ADDRESS'));
        return;
      }
      socket.off('error', onError);
      if (target.protocol !== 'https:') return finish(null, note(target, socket, options));
      // The shared context is costly to build (every authority of the system is read), so it waits for the first https feed.
      secure ??= buildConnector({ secureContext: options.secureContext(), allowH2: true, timeout: 0 });
      secure({ ...target, httpSocket: socket }, (error, tlsSocket) => {
        if (error) return finish(error, null);
        finish(null, note(target, tlsSocket, options));
      });
    });
  };
}

/** Calls back once, at the latest when the time for connecting is over. */
function settleOnce(socket: Socket, timeoutMs: number, done: Done): Done {
  let isSettled = false;
  const settle: Done = (...outcome) => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timer);
    done(...outcome);
  };
  const timer = setTimeout(() => {
    settle(new ConnectRefused('CONNECT_TIMEOUT'), null);
    socket.destroy();
  }, timeoutMs);
  return settle;
}

function openTcp(target: Target, options: ConnectorOptions): Socket {
  const override = overrideOf(options.hostOverrides, target.hostname);
  return connectTcp({
    ...(override === undefined ? endpointOf(target) : splitHostPort(override)),
    noDelay: true,
    ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
    // Spares even the attempt to connect; what counts is the socket's own word (isRefused).
    ...(isExempt(target, options) ? {} : { blockList: refusedAddresses }),
  });
}

/** Where a host is led instead. A stranger's host may be called `constructor`, which every object has. */
export function overrideOf(overrides: Readonly<Record<string, string>>, host: string): string | undefined {
  return Object.hasOwn(overrides, host) ? overrides[host] : undefined;
}

function isExempt(target: Target, options: ConnectorOptions): boolean {
  return !options.guarded || overrideOf(options.hostOverrides, target.hostname) !== undefined;
}

function isRefused(target: Target, socket: Socket, options: ConnectorOptions): boolean {
  return !isExempt(target, options) && isPrivateAddress(socket.remoteAddress ?? '0.0.0.0');
}

function endpointOf(target: Target): { readonly host: string; readonly port: number } {
  const port = target.port === '' ? (target.protocol === 'https:' ? 443 : 80) : Number(target.port);
  return { host: target.hostname.replace(/^\[|\]$/g, ''), port };
}

function splitHostPort(override: string): { readonly host: string; readonly port: number } {
  const colon = override.lastIndexOf(':');
  return { host: override.slice(0, colon), port: Number(override.slice(colon + 1)) };
}

function note(target: Target, socket: Socket, options: ConnectorOptions): Socket {
  const origin = `${target.protocol}//${target.host ?? target.hostname}`;
  const protocol = 'alpnProtocol' in socket ? socket.alpnProtocol : undefined;
  options.onConnected(origin, {
    remoteAddress: socket.remoteAddress ?? '',
    httpVersion: protocol === 'h2' ? '2' : '1.1',
  });
  return socket;
}

/** Trusts what Node trusts, what the system trusts, and `extra` PEM certificates. About 0.1 s, so made once for a client. */
export function trustedContext(extra: readonly string[]): SecureContext {
  // Absent where Node is built on another TLS library.
  const known =
    typeof getCACertificates === 'function'
      ? [...getCACertificates('default'), ...getCACertificates('system')]
      : rootCertificates;
  return createSecureContext({ ca: [...new Set([...known, ...extra])] });
}
