/** How far the running round is, told to the windows, but not more often than they can show. */
import type { CoreEvent } from '../../../contract/events.ts';
import type { FeedId } from '../../../contract/ids.ts';
import type { RefreshState, RefreshSummary, RoundFeed } from '../../../contract/refresh.ts';
import type { Clock, EpochMs } from '../../lib/clock.ts';

const tellEveryMs = 250;

export class RoundState {
  readonly #emit: (event: CoreEvent) => void;
  readonly #clock: Clock;
  readonly #feeds = new Map<FeedId, RoundFeed>();
  #running = 0;
  #done = 0;
  #total = 0;
  #newArticles = 0;
  #failed = 0;
  #startedAt: EpochMs | undefined;
  #finishedAt: EpochMs | undefined;
  #offline = false;
  #arrived: { added: number; updated: number; feedIds: Set<FeedId> } = { added: 0, updated: 0, feedIds: new Set() };
  #timer: NodeJS.Timeout | undefined;

  constructor(emit: (event: CoreEvent) => void, clock: Clock, finishedAt: EpochMs | undefined) {
    this.#emit = emit;
    this.#clock = clock;
    this.#finishedAt = finishedAt;
  }

  get state(): RefreshState {
    return {
      running: this.#running > 0,
      done: this.#done,
      total: this.#total,
      newArticles: this.#newArticles,
      failed: this.#failed,
      offline: this.#offline,
      ...(this.#startedAt !== undefined && { startedAt: this.#startedAt }),
      ...(this.#finishedAt !== undefined && { finishedAt: this.#finishedAt }),
    };
  }

  /** Those being fetched first, then those that wait, then those that are done. */
  get feeds(): RoundFeed[] {
    return [...this.#feeds.values()].sort((a, b) => rank(a) - rank(b));
  }

  /** Rounds that overlap are shown as one. */
  begin(feedIds: readonly FeedId[]): void {
    if (this.#running === 0) {
      this.#done = 0;
      this.#total = 0;
      this.#newArticles = 0;
      this.#failed = 0;
      this.#feeds.clear();
      this.#startedAt = this.#clock.now();
    }
    this.#running += 1;
    this.#total += feedIds.length;
    for (const feedId of feedIds) this.#feeds.set(feedId, { feedId, state: 'waiting', added: 0 });
    this.#soon();
  }

  feedStarted(feedId: FeedId): void {
    this.#feeds.set(feedId, { feedId, state: 'fetching', added: 0 });
    this.#soon();
  }

  feedDone(feed: Pick<RefreshSummary['results'][number], 'feedId' | 'outcome' | 'added' | 'updated'>): void {
    this.#feeds.set(feed.feedId, { feedId: feed.feedId, state: feed.outcome, added: feed.added });
    this.#done += 1;
    this.#newArticles += feed.added;
    if (feed.outcome === 'failed') this.#failed += 1;
    if (feed.added + feed.updated > 0) {
      this.#arrived.added += feed.added;
      this.#arrived.updated += feed.updated;
      this.#arrived.feedIds.add(feed.feedId);
    }
    this.#soon();
  }

  setOffline(offline: boolean): void {
    if (this.#offline === offline) return;
    this.#offline = offline;
    this.#soon();
  }

  /** Everything still untold is told at once. */
  end(): void {
    this.#running -= 1;
    if (this.#running === 0) this.#finishedAt = this.#clock.now();
    this.#tell();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), tellEveryMs).unref();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const arrived = this.#arrived;
    this.#arrived = { added: 0, updated: 0, feedIds: new Set() };
    if (arrived.feedIds.size > 0) {
      this.#emit({
        type: 'articles-arrived',
        added: arrived.added,
        updated: arrived.updated,
        feedIds: [...arrived.feedIds],
      });
    }
    this.#emit({ type: 'refresh', refresh: this.state });
    if (this.#running === 0) this.#emit({ type: 'feeds-changed' });
  }
}

function rank({ state }: RoundFeed): number {
  return state === 'fetching' ? 0 : state === 'waiting' ? 1 : 2;
}
