/** Merges the index's segments after a round of many feeds rather than in it, a little at a time: nobody waits for that. */
import { setTimeout as delay } from 'node:timers/promises';
import type { EngineParts } from '../engine-parts.ts';

// Fewer feeds leave fewer segments than a search would notice.
const manyFeeds = 50;
// half of the writer's time is everybody else's
const restMs = 50;

export class IndexMerger {
  readonly #asks: EngineParts['asks'];
  #rounds = 0;
  /** There may be something to merge: a process that was killed in a round left it. */
  #isLeft = true;
  #merging: Promise<void> | undefined;
  #isClosing = false;

  constructor({ asks }: EngineParts) {
    this.#asks = asks;
  }

  /** At the beginning of a round; call what it resolves to at the end. */
  async roundOf(feeds: number): Promise<() => void> {
    if (feeds < manyFeeds) return () => {};
    this.#rounds += 1;
    this.#isLeft = true;
    await this.#asks.write('index.gather', { feeds });
    return () => {
      this.#rounds -= 1;
      this.mergeWhatIsLeft();
    };
  }

  mergeWhatIsLeft(): void {
    if (this.#rounds > 0 || !this.#isLeft) return;
    this.#merging ??= this.#merge().finally(() => {
      this.#merging = undefined;
    });
  }

  /** What is not merged yet then is merged with what comes in later. */
  async stop(): Promise<void> {
    this.#isClosing = true;
    await this.#merging;
  }

  async #merge(): Promise<void> {
    do {
      const merged = await this.#asks.write('index.merge', {});
      this.#isLeft = merged.ok && merged.value;
      if (!this.#isLeft) return;
      await delay(restMs);
    } while (!this.#isClosing && this.#rounds === 0);
  }
}
