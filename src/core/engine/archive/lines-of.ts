import { closeSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { NotPlainError, openPlain } from '../../lib/own-files/plain-files.ts';

const chunkBytes = 1024 * 1024;
/** An article with its page is some hundred KB; a file without a line's end may be endless. */
export const longestLineBytes = 64 * 1024 * 1024;

/** Lines of a plain file below `folder` without holding it whole. Throws as openPlain does, and for a line without end. */
export function* linesOf(folder: string, path: string): Generator<string> {
  const handle = openPlain(folder, path);
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(chunkBytes);
  let rest = '';
  try {
    for (;;) {
      const n = readSync(handle, buffer, 0, chunkBytes, null);
      const lines = (rest + decoder.write(buffer.subarray(0, n))).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLineBytes) throw new NotPlainError(`${path} has a line without end`);
      yield* lines;
      if (n === 0) break;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}
