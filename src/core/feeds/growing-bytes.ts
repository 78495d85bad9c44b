/**
 * Gathers a body of unknown size in one piece of memory. Kept as chunks and joined, it would be there twice, and what is
 * thrown away half-way would wait for the garbage collector; here it is given back at once.
 */
export class GrowingBytes {
  #view = new Uint8Array(new ArrayBuffer(0));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** As it stands now; not to be kept. */
  start(): Buffer {
    return Buffer.from(this.#view.buffer, 0, this.#size);
  }

  /** Copies. */
  add(bytes: Uint8Array): void {
    const needed = this.#size + bytes.length;
    const room = this.#view.length;
    if (needed > room) this.#resize(Math.max(needed, leastRoom, room + Math.min(room, mostGrowth)));
    this.#view.set(bytes, this.#size);
    this.#size = needed;
  }

  /** What was gathered; nothing is left here. */
  take(): Buffer {
    this.#resize(this.#size);
    const taken = Buffer.from(this.#view.buffer);
    this.#view = new Uint8Array(new ArrayBuffer(0));
    this.#size = 0;
    return taken;
  }

  drop(): void {
    this.#size = 0;
    this.#resize(0);
  }

  #resize(room: number): void {
    if (room !== this.#view.length) this.#view = new Uint8Array(this.#view.buffer.transfer(room));
  }
}

const leastRoom = 16 * 1024;
const mostGrowth = 2 * 1024 * 1024; // a body at the limit must not take twice the limit
