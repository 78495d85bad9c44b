/** One HTTP client for a task worker: keeps connections, chooses guard and proxy for each address, and sends single requests. */
import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';
import { Agent, Client, type Dispatcher, ProxyAgent } from 'undici';
import type { Result } from '../../../contract/errors.ts';
import type { Clock } from '../../lib/clock.ts';
import { checkAddress, type HostAndPort, hostOf, isAllowed } from './address-guard.ts';
import { type Exchange, exchange } from './exchange.ts';
import { type ConnectionNote, createConnector, overrideOf, trustedContext } from './guarded-connect.ts';
import { type Environment, isThisMachine, namesProxies, proxyFor, proxyOfAnswer } from './proxy-choice.ts';

export interface FetchLimits {
  /** From the first look-up to the last byte, over all redirects. */
  readonly totalMs: number;
  /** For one connection: name, TCP and TLS. */
  readonly connectMs: number;
  /** Of the body, as sent and unpacked. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

const defaultLimits: FetchLimits = {
  totalMs: 20_000,
  connectMs: 10_000,
  maxBytes: 15 * 1024 * 1024,
  maxRedirects: 5,
};

export interface HttpClientOptions {
  /** The program's version, for the user agent. */
  readonly version: string;
  readonly clock: Clock;
  readonly limits?: Partial<FetchLimits>;
  /** Host name → "127.0.0.1:port". Connected to directly, without guard and without proxy. */
  readonly hostOverrides?: Readonly<Record<string, string>>;
  /** Where HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY are read; no proxy when absent. */
  readonly environment?: Environment;
  /** What the system's own settings say of an address, as a PAC file would; asked where the environment names no proxy. */
  readonly systemProxy?: (url: string) => Promise<string>;
  /** PEM certificates trusted beside Node's and the system's. */
  readonly extraCertificates?: readonly string[];
  readonly lookup?: LookupFunction;
}

export interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowPrivate: readonly HostAndPort[];
  readonly maxBytes: number;
  readonly maxBytesOf?: (headers: Readonly<Record<string, string>>) => number;
  /** Epoch ms after which this hop is given up. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
}

export interface HttpClient {
  readonly userAgent: string;
  readonly limits: FetchLimits;
  /** One GET, no redirect followed. Fails with bad_address or private_address before connecting; other troubles are in the exchange. */
  readonly get: (hop: Hop) => Promise<Result<Exchange>>;
  /** What is known of the last connection to an origin. */
  readonly connectionTo: (origin: string) => ConnectionNote | undefined;
  /** Closes every connection at once. */
  readonly close: () => Promise<void>;
}

interface Route {
  readonly dispatcher: Dispatcher;
  /** Opens a connection that nobody has used; absent through a proxy. */
  readonly fresh?: () => Client;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const limits = { ...defaultLimits, ...options.limits };
  const connections = new Connections();
  const routes = createRoutes(options, limits, connections);
  return {
    userAgent: `Broadsheet/${options.version} (+local newsreader)`,
    limits,
    connectionTo: (origin) => connections.last(origin),
    close: () => routes.close(),
    async get(hop) {
      const route = await routes.choose(hop.url, hop.allowPrivate);
      if (!route.ok) return route;
      return { ok: true, value: await getOnce(hop, route.value, connections, options.clock) };
    },
  };
}

/** Sends the request, and once more when a kept connection turned out to be closed: the server never saw the first. */
async function getOnce(hop: Hop, route: Route, connections: Connections, clock: Clock): Promise<Exchange> {
  const openedBefore = connections.opened(hop.url.origin);
  const first = await exchange(route.dispatcher, hop, clock);
  const onKeptConnection = connections.opened(hop.url.origin) === openedBefore;
  if (first.kind !== 'broken' || first.phase !== 'header' || !first.wasReset || !onKeptConnection) return first;
  if (route.fresh === undefined) return exchange(route.dispatcher, hop, clock);
  const client = route.fresh();
  try {
    return await exchange(client, hop, clock);
  } finally {
    void client.destroy();
  }
}

/** Counts connections by origin, so that a reset can be told apart: new, or kept and closed meanwhile by the server. */
class Connections {
  readonly #byOrigin = new Map<string, { opened: number; note: ConnectionNote }>();

  add(origin: string, note: ConnectionNote): void {
    this.#byOrigin.set(origin, { opened: this.opened(origin) + 1, note });
  }

  opened(origin: string): number {
    return this.#byOrigin.get(origin)?.opened ?? 0;
  }

  last(origin: string): ConnectionNote | undefined {
    return this.#byOrigin.get(origin)?.note;
  }
}

// Shorter than the 5 s of most servers: a connection is dropped by us before the server drops it under a request.
const agentOptions = {
  keepAliveTimeout: 2000,
  keepAliveMaxTimeout: 2000,
  maxHeaderSize: 64 * 1024,
  headersTimeout: 0, // one timer for the whole hop instead (exchange.ts)
  bodyTimeout: 0,
  pipelining: 1,
} as const;

interface Routes {
  readonly choose: (url: URL, allowPrivate: readonly HostAndPort[]) => Promise<Result<Route>>;
  readonly close: () => Promise<void>;
}

/**
 * Guarded and unguarded connections are kept in two pools: one that a feed with permission has opened can never serve
 * a feed without.
 */
function createRoutes(options: HttpClientOptions, limits: FetchLimits, connections: Connections): Routes {
  const hostOverrides = options.hostOverrides ?? {};
  let context: SecureContext | undefined;
  const secureContext = (): SecureContext => {
    context ??= trustedContext(options.extraCertificates ?? []);
    return context;
  };
  const connectorFor = (guarded: boolean) =>
    createConnector({
      guarded,
      timeoutMs: limits.connectMs,
      hostOverrides,
      secureContext,
      ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
      onConnected: (origin, note) => connections.add(origin, note),
    });
  const kept = new Map<string, Dispatcher>();
  const keep = <Kind extends Dispatcher>(name: string, create: () => Kind): Dispatcher => {
    const known = kept.get(name) ?? create();
    kept.set(name, known);
    return known;
  };
  const guarded = connectorFor(true);
  const allowed = connectorFor(false);
  const direct = (url: URL, isGuarded: boolean): Route => {
    const connect = isGuarded ? guarded : allowed;
    return {
      dispatcher: keep(isGuarded ? 'guarded' : 'allowed', () => new Agent({ ...agentOptions, connect })),
      fresh: () => new Client(url.origin, { ...agentOptions, connect }),
    };
  };
  return {
    async choose(url, allowPrivate) {
      const proxy = overrideOf(hostOverrides, hostOf(url)) === undefined ? await proxyOf(url, options) : undefined;
      const checked = checkAddress(url, { allowPrivate, throughProxy: proxy !== undefined });
      if (!checked.ok) return checked;
      if (proxy === undefined) return { ok: true, value: direct(url, !isAllowed(url, allowPrivate)) };
      const dispatcher = keep(proxy, () => proxyAgent(proxy, limits, secureContext));
      return { ok: true, value: { dispatcher } };
    },
    close: async () => {
      await Promise.all([...kept.values()].map((dispatcher) => dispatcher.destroy()));
      kept.clear();
    },
  };
}

async function proxyOf(url: URL, { environment = {}, systemProxy }: HttpClientOptions): Promise<string | undefined> {
  if (systemProxy === undefined || namesProxies(environment)) return proxyFor(url, environment);
  return isThisMachine(url) ? undefined : proxyOfAnswer(await systemProxy(url.href));
}

function proxyAgent(uri: string, limits: FetchLimits, secureContext: () => SecureContext): ProxyAgent {
  const tls = { secureContext: secureContext(), timeout: limits.connectMs };
  return new ProxyAgent({ ...agentOptions, uri, requestTls: tls, proxyTls: tls });
}
