/** One feed's way: waits for its host, is fetched and prepared in a task worker, is written by the writer. */

import type { ErrorCode, Failure } from '../../../contract/errors.ts';
import type { RefreshSummary } from '../../../contract/refresh.ts';
import type { Settings } from '../../../contract/settings.ts';
import { fetchFailure } from '../../feeds/diary/explain-failure.ts';
import { type AskedHosts, askedHosts } from '../../feeds/fetching/asked-hosts.ts';
import { HostQueue, systemAlarm } from '../../feeds/fetching/host-queue.ts';
import { isHostState, queueHostOf } from '../../feeds/fetching/host-state.ts';
import {
  everythingReachable,
  noteContact,
  type Reachability,
  seemsOffline,
} from '../../feeds/fetching/reachability.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { storedShape } from '../../lib/stored-json.ts';
import { privacyOf } from '../../reading/privacy-rules.ts';
import type { FetchFacts } from '../../store/feeds/feed-states.ts';
import type { EngineParts } from '../engine-parts.ts';
import { isWorkersEnd } from '../workers/lost-calls.ts';
import type { FeedDone } from './afterwards.ts';
import type { FetchTaskOutput } from './fetch-task.ts';

export type FeedOutcome = Omit<RefreshSummary['results'][number], 'feedId' | 'url' | 'title'>;

interface Fetched {
  /** Comes once it is stored: its host and its place are free before. */
  readonly outcome: FeedOutcome | Promise<FeedOutcome>;
  readonly retryAfterMs: number | null;
  readonly heldHost: string | null;
}

export interface FetchHow {
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** Its turn has come: it waits for nobody any more. */
  readonly onStart?: () => void;
}

const storingAtMost = 8;

export class FetchDesk {
  readonly #parts: EngineParts;
  readonly #queue: HostQueue<Fetched>;
  readonly #atOnce = { value: 16 };
  readonly #running = new Set<Promise<unknown>>();
  /** What is fetched and not stored yet, by feed. */
  readonly #storing = new Map<number, Promise<FeedOutcome>>();
  #reachability: Reachability = everythingReachable;
  /** Told of each feed that was fetched, after it is stored. */
  onDone: ((done: FeedDone) => void) | undefined;

  private constructor(parts: EngineParts) {
    this.#parts = parts;
    const atOnce = this.#atOnce;
    this.#queue = new HostQueue<Fetched>({
      clock: parts.clock,
      alarm: systemAlarm,
      random: Math.random,
      // read at each turn: the setting may change while the queue stands
      get atOnce() {
        return atOnce.value;
      },
      holdMs: (fetched) => fetched.retryAfterMs ?? undefined,
      heldHost: (fetched) => fetched.heldHost ?? undefined,
      onHostState: (state) => void parts.asks.write('hosts.store', { host: state.host, state: JSON.stringify(state) }),
    });
  }

  static async create(parts: EngineParts): Promise<FetchDesk> {
    const desk = new FetchDesk(parts);
    const states = await parts.asks.read('hosts.states', {});
    if (states.ok) desk.#queue.restore(states.value.flatMap(({ state }) => storedShape(state, isHostState) ?? []));
    return desk;
  }

  get isOffline(): boolean {
    return seemsOffline(this.#reachability);
  }

  /** The host of those the feed asks that is to be left alone longest, if any is. */
  heldHostOf(feed: FetchFacts, url: URL): { readonly host: string; readonly until: EpochMs } | undefined {
    const { host, alsoAsks } = hostsOf(feed, url);
    const held = [host, ...alsoAsks].map((name) => ({ host: name, until: this.#queue.heldUntil(name) ?? 0 }));
    return held.filter(({ until }) => until > 0).sort((a, b) => b.until - a.until)[0];
  }

  /** Resolves when every fetch that was begun has ended. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#running]);
  }

  async fetch(feed: FetchFacts, how: FetchHow): Promise<FeedOutcome> {
    const url = URL.parse(feed.url);
    if (url === null)
      return failed('bad_address', `The address ${feed.url} cannot be read. Change it in the feed's settings.`);
    const storing = this.#storing.get(feed.feedId);
    if (storing !== undefined) return storing;
    this.#atOnce.value = how.settings.concurrency;
    const queued = this.#queue.enqueue({
      key: String(feed.feedId),
      ...hostsOf(feed, url),
      signal: how.signal,
      run: () => {
        how.onStart?.();
        return this.#track(this.#run(feed, url, how));
      },
    });
    const answer = await queued;
    if (answer.kind === 'ran') return answer.value.outcome;
    if (answer.kind === 'cancelled') return { outcome: 'cancelled', added: 0, updated: 0 };
    await this.#parts.asks.write('fetch.postpone', { feedId: feed.feedId, until: answer.until });
    const held = this.heldHostOf(feed, url);
    const { code, message } = fetchFailure('rate_limited', {
      host: held?.host ?? hostsOf(feed, url).host,
      reason: held === undefined ? 'spaced' : 'held',
      retryAfterMs: answer.until - this.#parts.clock.now(),
    });
    return { outcome: 'skipped', added: 0, updated: 0, code, message };
  }

  #track<Value>(work: Promise<Value>): Promise<Value> {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
    return work;
  }

  async #run(feed: FetchFacts, url: URL, how: FetchHow): Promise<Fetched> {
    await this.#roomToStore();
    const fetched = await this.#parts.asks.work(
      'feed.fetch',
      { facts: feed, unconditional: false, privacy: privacyOf(how.settings) },
      { signal: how.signal },
    );
    if (!fetched.ok && !isWorkersEnd(fetched.error))
      return { outcome: failed(fetched.error.code, fetched.error.message), ...noHold };
    // what ended a worker is stored as a failure: the feed then rests, over a restart as well
    const output = fetched.ok ? fetched.value : withoutAnswer(feed, fetched.error, this.#parts.clock.now());
    if (output.result.code === 'cancelled')
      return { outcome: { outcome: 'cancelled', added: 0, updated: 0 }, ...noHold };
    this.#noteContact(feed, url, output);
    if (this.isOffline && output.result.failed) {
      // Nobody is to blame: the feed waits, and its count of failures stays as it is.
      return {
        outcome: {
          outcome: 'skipped',
          added: 0,
          updated: 0,
          code: 'offline',
          message: 'There is no network. Feeds are fetched when it is back.',
        },
        ...noHold,
      };
    }
    const { retryAfterMs, heldHost } = output;
    const outcome = this.#track(this.#store(feed, output, how.settings));
    this.#storing.set(feed.feedId, outcome);
    void outcome.finally(() => this.#storing.delete(feed.feedId));
    return { outcome, retryAfterMs, heldHost };
  }

  /** The network waits for a writer that does not keep up: what waits to be stored takes memory. */
  async #roomToStore(): Promise<void> {
    while (this.#storing.size >= storingAtMost) await Promise.race(this.#storing.values());
  }

  #noteContact(feed: FetchFacts, url: URL, { result, reason }: FetchTaskOutput): void {
    this.#reachability = noteContact(this.#reachability, {
      host: queueHostOf(url),
      wasReachable: feed.failures === 0,
      ...(result.code !== null && { code: result.code as ErrorCode }),
      ...(reason !== undefined && { reason }),
    });
  }

  async #store(feed: FetchFacts, output: FetchTaskOutput, settings: Settings): Promise<FeedOutcome> {
    const { articles } = output;
    const stored = await this.#parts.asks.write(
      'fetch.store',
      {
        result: output.result,
        rules: {
          unreadDays: settings.newFeedUnreadDays,
          unreadMinimum: settings.newFeedUnreadMinimum,
          dailyCap: feed.settings.dailyCap,
        },
        schedule: {
          failures: feed.failures,
          firstFetch: feed.lastSuccessAt === null,
          cacheMaxAgeMs: output.cacheMaxAgeMs,
          hostHeldUntil: output.retryAfterMs === null ? null : output.result.at + output.retryAfterMs,
          chosenIntervalMs: feed.settings.intervalMinutes === null ? null : feed.settings.intervalMinutes * 60_000,
          leastIntervalMs: (settings.refreshMinutes ?? 0) * 60_000,
          pace: settings.saveData ? 'saving' : 'normal',
        },
        ...(articles !== undefined && { articles }),
      },
      articles === undefined ? {} : { transfer: [articles.buffer] },
    );
    if (!stored.ok) return failed(stored.error.code, stored.error.message);
    const { result } = output;
    this.onDone?.({ feed, added: stored.value.added, code: result.failed ? result.code : null });
    if (result.failed) return failed(result.code ?? 'http_error', result.message);
    const { added, updated, message } = stored.value;
    return {
      outcome: added.length + updated > 0 ? 'new' : 'unchanged',
      added: added.length,
      updated,
      message,
      ...(result.ms !== null && { ms: result.ms }),
    };
  }
}

const noHold = { retryAfterMs: null, heldHost: null } as const;

function withoutAnswer(feed: FetchFacts, { code, message }: Failure, at: EpochMs): FetchTaskOutput {
  const result = { feedId: feed.feedId, at, outcome: 'failed', code, message, url: feed.url, failed: true } as const;
  return {
    result: { ...result, status: null, ms: null, sizeBytes: null, headers: null },
    ...noHold,
    cacheMaxAgeMs: null,
  };
}

function hostsOf(feed: FetchFacts, url: URL): AskedHosts {
  const { answeredBy } = feed.wishes;
  return askedHosts(url, typeof answeredBy === 'string' ? answeredBy : undefined);
}

function failed(code: string, message: string): FeedOutcome {
  return { outcome: 'failed', added: 0, updated: 0, code, message };
}
