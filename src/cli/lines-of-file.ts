/** A text file as the lines of an archive. It may be anybody's: one without a line's end would fill the memory. */
import { createReadStream } from 'node:fs';

// an article with its page is some hundred KB
const longestLine = 64 * 1024 * 1024;
// what is sent in one call: large enough that the call costs nothing, small enough for memory
const linesAtOnce = 500;
const charactersAtOnce = 8 * 1024 * 1024;

export interface Batch {
  readonly lines: string[];
  readonly firstLine: number;
}

export class LineWithoutEndError extends Error {}

/** Throws when the file cannot be read, and LineWithoutEndError for a line of more than 64 million characters. */
export async function* batchesOf(file: string): AsyncGenerator<Batch> {
  let lines: string[] = [];
  let characters = 0;
  let firstLine = 1;
  for await (const line of linesOf(file)) {
    lines.push(line);
    characters += line.length;
    if (lines.length < linesAtOnce && characters < charactersAtOnce) continue;
    yield { lines, firstLine };
    firstLine += lines.length;
    lines = [];
    characters = 0;
  }
  if (lines.length > 0) yield { lines, firstLine };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...more] = chunk.split('\n');
    rest += first;
    for (const next of more) {
      yield rest;
      rest = next;
    }
    if (rest.length > longestLine) throw new LineWithoutEndError();
  }
  if (rest !== '') yield rest;
}
