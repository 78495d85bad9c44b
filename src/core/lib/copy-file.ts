/** A copy of a file of several GB that says how far it is, and that can be ended between two parts of it. */
import { closeSync, fstatSync, fsyncSync, readSync, writeSync } from 'node:fs';
import { openNewAt, openPlainAt } from './own-files/plain-files.ts';

const partBytes = 4 * 1024 * 1024;

/**
 * `tell` hears of each part. Copies a plain file to where nothing is, and is on the disk when it returns. Throws where the
 * disk does, and for a link.
 */
export function copyFile(from: string, to: string, tell: (doneBytes: number, totalBytes: number) => void): void {
  const source = openPlainAt(from);
  try {
    const target = openNewAt(to);
    try {
      copyParts(source, target, tell);
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

function copyParts(source: number, target: number, tell: (doneBytes: number, totalBytes: number) => void): void {
  const total = fstatSync(source).size;
  const part = Buffer.allocUnsafe(partBytes);
  let done = 0;
  for (;;) {
    const read = readSync(source, part, 0, partBytes, null);
    if (read === 0) return;
    for (let written = 0; written < read; ) written += writeSync(target, part, written, read - written);
    done += read;
    tell(done, total);
  }
}
