/** How far the running round is, told to the windows, but not more often than they can show. */
import type { CoreEvent } from '../../../contract/events.ts';
import type { FeedId } from '../../../contract/ids.ts';
import type { RefreshState } from '../../../contract/refresh.ts';
import type { Clock, EpochMs } from '../../lib/clock.ts';

const tellEveryMs = 250;

export class RoundState {
  readonly #emit: (event: CoreEvent) => void;
  readonly #clock: Clock;
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

  /** Rounds that overlap are shown as one. */
  begin(feeds: number): void {
    if (this.#running === 0) {
      this.#done = 0;
      this.#total = 0;
      this.#newArticles = 0;
      this.#failed = 0;
      this.#startedAt = this.#clock.now();
    }
    this.#running += 1;
    this.#total += feeds;
    this.#soon();
  }

  feedDone(feed: {
    readonly feedId: FeedId;
    readonly added: number;
    readonly updated: number;
    readonly failed: boolean;
  }): void {
    this.#done += 1;
    this.#newArticles += feed.added;
    if (feed.failed) this.#failed += 1;
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
