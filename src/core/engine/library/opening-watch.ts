/** Follows the work that a library needs before it can be opened: for a window that asks, and for a terminal in lines. */
import { statSync } from 'node:fs';
import type { Result } from '../../../contract/errors.ts';
import type { StartProgress } from '../../../contract/start.ts';
import { inWords, isInOneGo, type Opening, type OpeningStep } from './opening.ts';

// a line for each tenth: enough to see that it goes on
const linePercent = 10;
// how often a file is looked at that grows without a word
const lookMs = 250;

export class OpeningWatch {
  readonly #say: (line: string) => void;
  readonly #long = Promise.withResolvers<void>();
  #now: Opening | undefined;
  #looking: NodeJS.Timeout | undefined;
  #said: { readonly step: OpeningStep; readonly tenth: number } | undefined;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Resolves when there is something to tell for the first time. */
  get isLong(): Promise<void> {
    return this.#long.promise;
  }

  get state(): 'at rest' | 'in steps' | 'in one go' {
    if (this.#now === undefined) return 'at rest';
    return isInOneGo(this.#now) ? 'in one go' : 'in steps';
  }

  readonly hear = (opening: Opening): void => {
    this.#now = opening;
    clearInterval(this.#looking);
    if (opening.grows !== undefined) this.#looking = setInterval(() => this.#sayOf(opening), lookMs).unref();
    this.#sayOf(opening);
    this.#long.resolve();
  };

  progress(): StartProgress | undefined {
    if (this.#now === undefined) return undefined;
    return { message: inWords(this.#now), done: doneOf(this.#now), total: this.#now.total };
  }

  /** The library is open, or cannot be. True when there was something to tell before. */
  end(result: Result<unknown>): boolean {
    if (!this.rest()) return false;
    this.#say(result.ok ? 'Your library is open.' : result.error.message);
    return true;
  }

  /** Nothing is under way any more. True when something was. */
  rest(): boolean {
    const wasLong = this.#now !== undefined;
    clearInterval(this.#looking);
    this.#now = undefined;
    this.#said = undefined;
    return wasLong;
  }

  #sayOf(opening: Opening): void {
    const { step, total } = opening;
    const percent = total === 0 ? 0 : Math.floor((doneOf(opening) / total) * 100);
    const tenth = Math.floor(percent / linePercent);
    if (this.#said?.step === step && this.#said.tenth >= tenth) return;
    if (this.#said?.step !== step) this.#say(inWords(opening));
    if (tenth > 0) this.#say(`  ${percent}%`);
    this.#said = { step, tenth };
  }
}

function doneOf({ done, total, grows }: Opening): number {
  if (grows === undefined) return done;
  const bytes = statSync(grows, { throwIfNoEntry: false })?.size ?? 0;
  return Math.min(done + bytes, total);
}
