/** What every task has at hand: one HTTP client, the time, and whether it is still wanted. */
import { createHttpClient, type HttpClient } from '../feeds/http-client.ts';
import { type Clock, type EpochMs, systemClock } from '../lib/clock.ts';
import { programVersion } from '../lib/version.ts';
import { RecentFetches } from './recent-fetches.ts';
import type { WorkerData } from './worker-protocol.ts';

export interface TaskWorkerData extends WorkerData {
  /** Host name -> 127.0.0.1:port: served by this program itself, exempt from the address guard. */
  readonly hostOverrides: Readonly<Record<string, string>>;
  readonly fetchLimits?: { readonly totalMs?: number; readonly connectMs?: number };
}

export interface TaskContext {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly libraryFolder: string;
  readonly recent: RecentFetches;
  readonly now: EpochMs;
  readonly signal: AbortSignal;
}

export function createTaskContext(data: TaskWorkerData): TaskContext {
  const client = createHttpClient({
    version: programVersion,
    clock: systemClock,
    hostOverrides: data.hostOverrides,
    environment: process.env,
    ...(data.fetchLimits === undefined ? {} : { limits: data.fetchLimits }),
  });
  return {
    client,
    clock: systemClock,
    libraryFolder: data.libraryFolder,
    recent: new RecentFetches(),
    now: 0,
    signal: new AbortController().signal,
  };
}
