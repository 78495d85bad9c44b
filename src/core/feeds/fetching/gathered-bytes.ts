/** A body as it comes in. Large parts are kept as they are; small ones are written together, for each would cost a hundred bytes. */

const smallBytes = 1024;
const blockBytes = 64 * 1024;

export class GatheredBytes {
  #parts: Buffer[] = [];
  /** What small parts are written into, and how far. */
  #block = Buffer.alloc(0);
  #used = 0;

  add(part: Buffer): void {
    if (part.length >= smallBytes) {
      this.#closeBlock();
      this.#parts.push(part);
      return;
    }
    if (this.#used + part.length > this.#block.length) {
      this.#closeBlock();
      this.#block = Buffer.allocUnsafeSlow(blockBytes);
    }
    part.copy(this.#block, this.#used);
    this.#used += part.length;
  }

  /** All of it in one piece; copied only where there are several. */
  whole(): Buffer {
    this.#closeBlock();
    const [only] = this.#parts;
    return this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
  }

  #closeBlock(): void {
    if (this.#used > 0) this.#parts.push(this.#block.subarray(0, this.#used));
    this.#block = this.#block.subarray(this.#used);
    this.#used = 0;
  }
}
