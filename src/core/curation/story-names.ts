/** Ids of stories: made from the article that founded them, kept good when stories merge. */

import { hash53 } from './short-hash.ts';

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

export class StoryNames {
  readonly #renamed: Map<string, string>;
  #untold: Renaming[] = [];

  constructor(renamed: readonly Renaming[]) {
    this.#renamed = new Map(renamed.map(({ from, to }) => [from, to]));
  }

  /** An id for what is founded by this, the same on every run; `isTaken` guards against one in use. */
  newId(founding: string, isTaken: (id: string) => boolean): string {
    for (let attempt = 0; ; attempt += 1) {
      const id = hash53(founding, attempt).toString(36);
      if (!isTaken(id) && !this.#renamed.has(id)) return id;
    }
  }

  rename(from: string, to: string): void {
    this.#renamed.set(from, to);
    this.#untold.push({ from, to });
  }

  /** The id a story has now. */
  resolve(id: string): string {
    let current = id;
    for (let next = this.#renamed.get(current); next !== undefined && next !== id; next = this.#renamed.get(current)) {
      current = next;
    }
    return current;
  }

  /** Renamings since this was last asked. */
  take(): Renaming[] {
    const told = this.#untold;
    this.#untold = [];
    return told;
  }
}
