/** How long a question may take, and whether anybody still waits for the answer. Asked between rows: SQLite itself cannot be interrupted here. */
export class Budget {
  readonly #until: number;
  readonly #flag: Int32Array | undefined;
  readonly #slot: number;

  /** The flag lies in shared memory: another thread sets its slot to 1 when the answer is not wanted any more. */
  constructor(ms: number, flag?: Int32Array, slot = 0) {
    this.#until = performance.now() + ms;
    this.#flag = flag;
    this.#slot = slot;
  }

  get isCancelled(): boolean {
    return this.#flag !== undefined && Atomics.load(this.#flag, this.#slot) === 1;
  }

  get isSpent(): boolean {
    return this.isCancelled || performance.now() > this.#until;
  }

  /** A part of what is left, for one of several steps. */
  within(ms: number): Budget {
    return new Budget(Math.min(ms, this.#until - performance.now()), this.#flag, this.#slot);
  }
}
