/** What every task has at hand: one HTTP client, the time, and whether it is still wanted. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { createHttpClient, type HttpClient } from '../feeds/fetching/http-client.ts';
import { type Clock, type EpochMs, systemClock } from '../lib/clock.ts';
import { programVersion } from '../lib/version.ts';
import { proxyAsker } from './fetching/proxy-questions.ts';
import { RecentFetches } from './fetching/recent-fetches.ts';
import { patiently, type TellOpening } from './library/opening.ts';
import type { WorkerData } from './workers/worker-protocol.ts';

export interface TaskWorkerData extends WorkerData {
  /** Host name -> 127.0.0.1:port: served by this program itself, exempt from the address guard. */
  readonly hostOverrides: Readonly<Record<string, string>>;
  /** Where the system's proxy can be asked for; absent where the shell knows none. */
  readonly proxyPort?: MessagePort;
  readonly fetchLimits?: { readonly totalMs?: number; readonly connectMs?: number };
}

export interface TaskContext {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly libraryFolder: string;
  readonly recent: RecentFetches;
  readonly now: EpochMs;
  readonly signal: AbortSignal;
  /** How far work on a library is that is not open. */
  readonly tell: TellOpening;
}

export function createTaskContext(data: TaskWorkerData): TaskContext {
  const client = createHttpClient({
    version: programVersion,
    clock: systemClock,
    hostOverrides: data.hostOverrides,
    environment: process.env,
    ...(data.proxyPort === undefined ? {} : { systemProxy: proxyAsker(data.proxyPort, systemClock) }),
    ...(data.fetchLimits === undefined ? {} : { limits: data.fetchLimits }),
  });
  return {
    client,
    clock: systemClock,
    libraryFolder: data.libraryFolder,
    recent: new RecentFetches(),
    now: 0,
    signal: new AbortController().signal,
    tell: patiently((opening) => parentPort?.postMessage({ opening }), 0),
  };
}
