/**
 * Small notes of our own beside a library: what is to be restored, who has it open. They lie in a folder that may come
 * from somebody else, so that what a note says is believed only when it is exactly what we would have written.
 */
import type { z } from 'zod';
import { moveInside, NotPlainError, placeInside, readPlain, whatIsAt } from './plain-files.ts';

const mostBytes = 64 * 1024;

export type ReadNote<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'note'; readonly value: Value }
  /** Not ours: never to be obeyed. `why` ends a sentence that begins with the note's name. */
  | { readonly kind: 'unfit'; readonly why: string };

/** Throws what the system says when a plain note cannot be read. */
export function readNote<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): ReadNote<z.output<Schema>> {
  let text: string;
  try {
    if (whatIsAt(placeInside(folder, name)) === 'nothing') return { kind: 'none' };
    text = readPlain(folder, name, mostBytes).toString('utf8');
  } catch (error) {
    if (error instanceof NotPlainError) return { kind: 'unfit', why: error.message };
    throw error;
  }
  const parsed = schema.safeParse(asJson(text));
  return parsed.success
    ? { kind: 'note', value: parsed.data }
    : { kind: 'unfit', why: `${name} does not say what Broadsheet would have written` };
}

/** Moves whatever has the note's name out of the way, and says under which name it lies now. It is not looked into. */
export function setNoteAside(folder: string, name: string, now: number): string {
  for (let n = now; ; n += 1) {
    const aside = `${name}.set-aside-${n}`;
    if (whatIsAt(placeInside(folder, aside)) !== 'nothing') continue;
    moveInside(folder, name, aside);
    return aside;
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema of ours takes that
  }
}
