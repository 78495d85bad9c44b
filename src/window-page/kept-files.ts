/** The built files of the window, read once: a start asks for several at the same time, and they are small and few. */
import { readFile } from 'node:fs/promises';

/** Answers a file's bytes by its path; undefined when there is no such file, which is looked for again each time. */
export function keptFiles(): (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return async (path) => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const read = await readFile(path).catch(() => undefined);
    if (read === undefined) return undefined;
    const bytes = Uint8Array.from(read);
    kept.set(path, bytes);
    return bytes;
  };
}
