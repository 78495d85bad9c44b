/**
 * Lists of story slots by term, as linked nodes in two plain arrays outside the garbage-collected heap: four million
 * nodes for 100,000 articles take 32 MB, where arrays of numbers took 90.
 */

const none = -1;

export class PostingLists {
  #heads = new Int32Array(1024).fill(none);
  #lengths = new Uint32Array(1024);
  #slots = new Int32Array(4096);
  #next = new Int32Array(4096);
  #used = 0;
  #free = none;

  length(term: number): number {
    return this.#lengths[term] ?? 0;
  }

  push(term: number, slot: number): void {
    if (term >= this.#heads.length) this.#growTerms(term + 1);
    const node = this.#takeNode();
    this.#slots[node] = slot;
    this.#next[node] = this.#heads[term] ?? none;
    this.#heads[term] = node;
    this.#lengths[term] = this.length(term) + 1;
  }

  has(term: number, slot: number): boolean {
    for (let node = this.#heads[term] ?? none; node !== none; node = this.#next[node] ?? none) {
      if (this.#slots[node] === slot) return true;
    }
    return false;
  }

  /** Adds `amount` to the score of every slot of the term, and lists the slots that had none yet. */
  accumulate(term: number, amount: number, scores: Float64Array, reached: number[]): void {
    for (let node = this.#heads[term] ?? none; node !== none; node = this.#next[node] ?? none) {
      const slot = this.#slots[node] ?? 0;
      const score = scores[slot] ?? 0;
      if (score === 0) reached.push(slot);
      scores[slot] = score + amount;
    }
  }

  keepOnly(keep: (slot: number) => boolean): void {
    for (let term = 0; term < this.#heads.length; term += 1) this.#keepOnlyOf(term, keep);
  }

  #keepOnlyOf(term: number, keep: (slot: number) => boolean): void {
    let before = none;
    for (let node = this.#heads[term] ?? none; node !== none; ) {
      const after = this.#next[node] ?? none;
      if (keep(this.#slots[node] ?? none)) {
        before = node;
      } else {
        if (before === none) this.#heads[term] = after;
        else this.#next[before] = after;
        this.#next[node] = this.#free;
        this.#free = node;
        this.#lengths[term] = this.length(term) - 1;
      }
      node = after;
    }
  }

  #takeNode(): number {
    if (this.#free !== none) {
      const node = this.#free;
      this.#free = this.#next[node] ?? none;
      return node;
    }
    if (this.#used === this.#slots.length) {
      const size = Math.ceil(this.#used * 1.5);
      this.#slots = grown(this.#slots, size);
      this.#next = grown(this.#next, size);
    }
    this.#used += 1;
    return this.#used - 1;
  }

  #growTerms(needed: number): void {
    const size = Math.max(needed, this.#heads.length * 2);
    const heads = new Int32Array(size).fill(none);
    heads.set(this.#heads);
    this.#heads = heads;
    const lengths = new Uint32Array(size);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}
