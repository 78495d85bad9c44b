/** Unpacks a large body while it arrives: neither the packed whole nor more than the limit of what comes out is ever held. */
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { GrowingBytes } from './growing-bytes.ts';
import { type Packing, troubleOf, type Unpacked } from './packing.ts';

const chunkSize = 64 * 1024;
const streams: Readonly<Record<Packing, () => Transform>> = {
  gzip: () => createGunzip({ chunkSize }),
  zlib: () => createInflate({ chunkSize }),
  deflate: () => createInflateRaw({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
  zstd: () => createZstdDecompress({ chunkSize }),
};

/** zlib never touches a piece of memory again that it has filled to the end: it need not wait for the garbage collector. */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && byteLength === chunkSize && buffer.byteLength === chunkSize) buffer.transfer(0);
}

export class UnpackingStream {
  readonly #stream: Transform;
  readonly #unpacked = new GrowingBytes();
  /** Ends with the body, its first trouble or the first byte too many; never after `drop`. */
  readonly done: Promise<Unpacked>;

  constructor(packing: Packing, maxBytes: number) {
    const stream = streams[packing]();
    this.#stream = stream;
    this.done = new Promise((resolve) => {
      const refuse = (unpacked: Unpacked): void => {
        this.drop();
        resolve(unpacked);
      };
      stream.on('data', (chunk: Buffer) => {
        if (stream.destroyed) return;
        if (this.#unpacked.size + chunk.length > maxBytes) refuse({ kind: 'too_large' });
        else this.#unpacked.add(chunk);
        giveBack(chunk);
      });
      stream.on('error', (error) => refuse(troubleOf(error)));
      stream.on('end', () => resolve({ kind: 'whole', bytes: this.#unpacked.take() }));
    });
  }

  /** False when it is to be left in peace until `whenReady` calls back. */
  write(packed: Uint8Array): boolean {
    return this.#stream.destroyed || this.#stream.write(packed);
  }

  whenReady(ready: () => void): void {
    this.#stream.once('drain', ready);
  }

  end(): void {
    this.#stream.end();
  }

  drop(): void {
    this.#stream.destroy();
    this.#unpacked.drop();
  }
}
