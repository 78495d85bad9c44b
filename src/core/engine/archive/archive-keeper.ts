/** What the archive wants done by itself, once a day: a backup, and what the rules of keeping let go. */

import type { FlowParts } from '../flow-parts.ts';
import { listBackups } from '../library/backup-files.ts';
import { workAlone } from '../workers/work-alone.ts';
import { cleanArchive, continueRebuild, rebuildIndex } from './keep-flows.ts';

const lookMs = 15 * 60_000;
const dayMs = 86_400_000;
// Not while the window opens: the first minutes belong to the person.
const firstLookMs = 3 * 60_000;

type KeeperParts = Pick<FlowParts, 'asks' | 'bus' | 'clock'> & {
  readonly options: Pick<FlowParts['options'], 'libraryFolder' | 'workers'>;
};

export class ArchiveKeeper {
  readonly #parts: KeeperParts;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #cleanedAt = 0;
  #repair: Promise<unknown> | undefined;
  #hasLooked = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  begin(): void {
    void continueRebuild(this.#parts);
    this.#timer = setTimeout(() => {
      this.look();
      this.#timer = setInterval(() => this.look(), lookMs).unref();
    }, firstLookMs).unref();
  }

  /** Once at a time; what is back in the index is found meanwhile. */
  repairIndex(): void {
    this.#repair ??= rebuildIndex(this.#parts).finally(() => {
      this.#repair = undefined;
    });
  }

  /** Something could not be read or written: if the index is why, it is built anew. Looked at once a start. */
  mendIndex(): void {
    if (this.#hasLooked) return;
    this.#hasLooked = true;
    const { workers, libraryFolder } = this.#parts.options;
    // a minute for 1,000,000 articles, for which the writer would take nothing else
    void workAlone({ file: workers.task, libraryFolder }, 'index.isSound', {}).then((sound) => {
      if (sound.ok && sound.value === false) this.repairIndex();
    });
  }

  /** What runs is given up at its next step. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#ending.abort();
    await this.#running;
  }

  /** Does what is due, if nothing is being done. */
  look(): void {
    this.#running ??= this.#daily().finally(() => {
      this.#running = undefined;
    });
  }

  async #daily(): Promise<void> {
    const { asks, bus, clock, options } = this.#parts;
    const { signal } = this.#ending;
    const settings = await asks.read('settings.get', {});
    if (!settings.ok || signal.aborted) return;
    const now = clock.now();
    const last = listBackups(options.libraryFolder).find((backup) => backup.kind === 'daily');
    if (settings.value.backups && (last === undefined || now - last.at > dayMs)) {
      const made = await asks.work('backup.make', { kind: 'daily', at: now }, { signal });
      if (!made.ok && !signal.aborted) bus.emit({ type: 'notice', code: made.error.code, message: made.error.message });
    }
    if (now - this.#cleanedAt > dayMs) {
      this.#cleanedAt = now;
      await cleanArchive(this.#parts, signal);
    }
  }
}
