/** What was fetched a moment ago to show a feed before it is subscribed to: the subscription need not ask its host again. */
import type { FetchedFeed } from '../../feeds/fetching/fetch-feed.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { bareAddress, type Login } from '../../lib/logins.ts';

const keptMs = 120_000;
const keptAtMost = 12;

/** What a host answers with one login is not what it answers with another. */
interface Asked {
  readonly url: string;
  readonly login: Login | null;
}

export class RecentFetches {
  readonly #byKey = new Map<string, { readonly outcome: FetchedFeed; readonly at: EpochMs }>();

  keep(asked: Asked, outcome: FetchedFeed, at: EpochMs): void {
    const key = keyOf(asked);
    this.#byKey.delete(key);
    this.#byKey.set(key, { outcome, at });
    for (const oldest of this.#byKey.keys()) {
      if (this.#byKey.size <= keptAtMost) break;
      this.#byKey.delete(oldest);
    }
  }

  /** Handed out and forgotten. */
  take(asked: Asked, now: EpochMs): FetchedFeed | undefined {
    const outcome = this.look(asked, now);
    this.#byKey.delete(keyOf(asked));
    return outcome;
  }

  look(asked: Asked, now: EpochMs): FetchedFeed | undefined {
    const kept = this.#byKey.get(keyOf(asked));
    return kept !== undefined && now - kept.at < keptMs ? kept.outcome : undefined;
  }
}

function keyOf({ url, login }: Asked): string {
  return JSON.stringify([bareAddress(url), login]);
}
