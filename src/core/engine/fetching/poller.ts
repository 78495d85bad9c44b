/** Keeps feeds fresh: whose turn it is, one request a host, results into the store, and what the windows are told of it. */
import { fail, ok, type Result } from '../../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { RefreshState, RefreshSummary, RoundFeed } from '../../../contract/refresh.ts';
import type { Settings } from '../../../contract/settings.ts';
import { isDue, mayCheckNow } from '../../feeds/schedule/poll-schedule.ts';
import { spreadAfterWake } from '../../feeds/schedule/spread-after-wake.ts';
import type { FetchFacts } from '../../store/feeds/feed-states.ts';
import type { EngineParts } from '../engine-parts.ts';
import { IndexMerger } from '../workers/index-merger.ts';
import { type FeedOutcome, FetchDesk, type FetchHow } from './fetch-desk.ts';
import { type FeedResult, summaryOf } from './refresh-summary.ts';
import { RoundState } from './round-state.ts';

// Due feeds are looked for this often; the schedule itself is in minutes.
const tickMs = 60_000;
// A computer that slept longer than this between two ticks has woken up.
const sleptMs = 3 * tickMs;

export class Poller {
  readonly #parts: EngineParts;
  readonly #desk: FetchDesk;
  readonly #state: RoundState;
  readonly #merger: IndexMerger;
  #round = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #lastTick: number;
  readonly #planned = new Set<NodeJS.Timeout>();

  private constructor(parts: EngineParts, desk: FetchDesk, finishedAt: number | undefined) {
    this.#parts = parts;
    this.#desk = desk;
    this.#merger = new IndexMerger(parts);
    this.#state = new RoundState((event) => parts.bus.emit(event), parts.clock, finishedAt);
    this.#lastTick = parts.clock.now();
  }

  static async create(parts: EngineParts): Promise<Poller> {
    const desk = await FetchDesk.create(parts);
    const finishedAt = await parts.asks.read('fact.get', { key: 'refreshed_at' });
    return new Poller(parts, desk, finishedAt.ok && finishedAt.value !== null ? Number(finishedAt.value) : undefined);
  }

  get state(): RefreshState {
    return this.#state.state;
  }

  get feeds(): RoundFeed[] {
    return this.#state.feeds;
  }

  get desk(): FetchDesk {
    return this.#desk;
  }

  /** Looks for due feeds now and then. */
  begin(): void {
    this.#timer = setInterval(() => void this.#tick(), tickMs);
    this.#timer.unref();
    void this.#start();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const timer of this.#planned) clearTimeout(timer);
    this.cancel();
    await this.#desk.idle();
    await this.#merger.stop();
  }

  /** What waits is left out, what runs is broken off; what is stored stays. */
  cancel(): void {
    this.#round.abort();
    this.#round = new AbortController();
  }

  async refresh(input: ParsedInputOf<'feeds.refresh'>): Promise<Result<OutputOf<'feeds.refresh'>>> {
    const facts = await this.#factsOf(input);
    if (!facts.ok) return facts;
    const settings = await this.#settings();
    if (!settings.ok) return settings;
    const now = this.#parts.clock.now();
    const due = (input.dueOnly ? facts.value.filter((feed) => isTurn(feed, now)) : facts.value)
      // the longest unasked first, so that feeds of a host that wants time between requests take turns
      .toSorted((a, b) => (a.lastCheckedAt ?? 0) - (b.lastCheckedAt ?? 0));
    return ok(await this.#run(due, { force: input.force, settings: settings.value }));
  }

  /** The computer woke, or the network is back: what is due is fetched, spread out. */
  async wake(): Promise<void> {
    const facts = await this.#parts.asks.read('fetch.facts', {});
    if (!facts.ok) return;
    const now = this.#parts.clock.now();
    const overdue = facts.value.filter((feed) => isTurn(feed, now));
    const plan = spreadAfterWake(
      overdue.map((feed) => ({ key: String(feed.feedId), nextPollAt: feed.nextCheckAt ?? now })),
      now,
      Math.random,
    );
    const byKey = new Map(overdue.map((feed) => [String(feed.feedId), feed]));
    for (const { key, at } of plan) {
      const feed = byKey.get(key);
      if (feed === undefined) continue;
      const timer = setTimeout(() => {
        this.#planned.delete(timer);
        void this.#settings().then(async (settings) => {
          if (settings.ok) await this.#run([feed], { force: false, settings: settings.value });
        });
      }, at - now).unref();
      this.#planned.add(timer);
    }
  }

  async #start(): Promise<void> {
    const settings = await this.#settings();
    if (!settings.ok) return; // closed as soon as it was opened
    if (settings.value.refreshMinutes !== null && settings.value.refreshOnStart) await this.#runDue();
  }

  async #tick(): Promise<void> {
    const now = this.#parts.clock.now();
    const slept = now - this.#lastTick > sleptMs;
    this.#lastTick = now;
    const settings = await this.#settings();
    this.#merger.mergeWhatIsLeft();
    if (!settings.ok || settings.value.refreshMinutes === null) return;
    if (slept) await this.wake();
    else await this.#runDue();
  }

  async #runDue(): Promise<void> {
    await this.refresh({ force: false, dueOnly: true });
  }

  async #run(
    feeds: readonly FetchFacts[],
    how: { readonly force: boolean; readonly settings: Settings },
  ): Promise<RefreshSummary> {
    const start = performance.now();
    if (feeds.length === 0) return summaryOf([], { ms: 0, cancelled: false });
    const { signal } = this.#round;
    this.#state.begin(feeds.map(({ feedId }) => feedId));
    const endRound = await this.#merger.roundOf(feeds.length);
    const results = await Promise.all(
      feeds.map(async (feed): Promise<FeedResult> => {
        const result = await this.#one(feed, { ...how, signal, onStart: () => this.#state.feedStarted(feed.feedId) });
        this.#state.feedDone(result);
        this.#state.setOffline(this.#desk.isOffline);
        return result;
      }),
    );
    this.#state.end();
    endRound();
    await this.#parts.asks.write('fact.set', { key: 'refreshed_at', value: String(this.#parts.clock.now()) });
    return summaryOf(results, { ms: Math.round(performance.now() - start), cancelled: signal.aborted });
  }

  async #one(feed: FetchFacts, how: FetchHow & { readonly force: boolean }): Promise<FeedResult> {
    const about = { feedId: feed.feedId, url: feed.url, title: feed.title, added: 0, updated: 0 };
    const allowed = this.#mayCheck(feed, how.force);
    if (!allowed.ok) return { ...about, outcome: 'skipped', code: allowed.error.code, message: allowed.error.message };
    const outcome: FeedOutcome = await this.#desk.fetch(feed, how);
    return { ...about, ...outcome };
  }

  #mayCheck(feed: FetchFacts, isForced: boolean): Result<true> {
    if (feed.settings.paused && !isForced) return fail('checked_recently', 'This feed is paused.');
    const url = URL.parse(feed.url);
    if (url === null)
      return fail('bad_address', `The address ${feed.url} cannot be read. Change it in the feed's settings.`);
    const held = this.#desk.heldHostOf(feed, url);
    return mayCheckNow(
      {
        host: held?.host ?? url.hostname,
        isForced,
        // One that did not answer may be asked at once: perhaps the network is back.
        ...(feed.lastCheckedAt !== null && feed.failures === 0 && { lastCheckedAt: feed.lastCheckedAt }),
        ...(held !== undefined && { hostHeldUntil: held.until }),
      },
      this.#parts.clock.now(),
    );
  }

  async #factsOf(input: ParsedInputOf<'feeds.refresh'>): Promise<Result<FetchFacts[]>> {
    if (input.folderId !== undefined) {
      const inFolder = await this.#parts.asks.read('folder.feedIds', { folderId: input.folderId });
      return inFolder.ok ? this.#parts.asks.read('fetch.facts', { feedIds: inFolder.value }) : inFolder;
    }
    return this.#parts.asks.read('fetch.facts', input.feedIds === undefined ? {} : { feedIds: input.feedIds });
  }

  #settings(): Promise<Result<Settings>> {
    return this.#parts.asks.read('settings.get', {});
  }
}

function isTurn(feed: FetchFacts, now: number): boolean {
  if (feed.settings.paused || feed.stopped) return false;
  if (feed.nextCheckAt === null) return feed.lastCheckedAt === null;
  return isDue(
    { nextAt: feed.nextCheckAt, ...(feed.lastCheckedAt !== null && { lastCheckedAt: feed.lastCheckedAt }) },
    now,
  );
}
