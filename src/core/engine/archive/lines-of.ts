import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const chunkBytes = 1024 * 1024;

/** Lines of a file without holding it whole. */
export function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(chunkBytes);
  let rest = '';
  try {
    for (;;) {
      const n = readSync(handle, buffer, 0, chunkBytes, null);
      const lines = (rest + decoder.write(buffer.subarray(0, n))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (n === 0) break;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}
