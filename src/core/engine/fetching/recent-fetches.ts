/** What was fetched a moment ago to show a feed before it is subscribed to: the subscription need not ask its host again. */
import type { FetchedFeed } from '../../feeds/fetching/fetch-feed.ts';
import type { EpochMs } from '../../lib/clock.ts';

const keptMs = 120_000;
const keptAtMost = 12;

export class RecentFetches {
  readonly #byUrl = new Map<string, { readonly outcome: FetchedFeed; readonly at: EpochMs }>();

  keep(url: string, outcome: FetchedFeed, at: EpochMs): void {
    this.#byUrl.delete(url);
    this.#byUrl.set(url, { outcome, at });
    for (const oldest of this.#byUrl.keys()) {
      if (this.#byUrl.size <= keptAtMost) break;
      this.#byUrl.delete(oldest);
    }
  }

  /** Handed out and forgotten. */
  take(url: string, now: EpochMs): FetchedFeed | undefined {
    const outcome = this.look(url, now);
    this.#byUrl.delete(url);
    return outcome;
  }

  look(url: string, now: EpochMs): FetchedFeed | undefined {
    const kept = this.#byUrl.get(url);
    return kept !== undefined && now - kept.at < keptMs ? kept.outcome : undefined;
  }
}
