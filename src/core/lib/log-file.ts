/** The log as a file in the library's folder, for its owner alone: `logs/broadsheet.log` and the two before it. */
import { closeSync, constants, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Log } from './log.ts';
import { errorFacts, logText } from './log-text.ts';
import { makeFolderInside, NotPlainError, placeInside, whatIsAt } from './own-files/plain-files.ts';

const current = 'logs/broadsheet.log';
const older = ['logs/broadsheet.1.log', 'logs/broadsheet.2.log'] as const;
const usualMostBytes = 1_000_000; // some 5,000 lines: weeks of usual use, and small enough to be sent along

export interface LogFileOptions {
  /** Asked for each line: a way out of a failed start may lead to another library. */
  readonly libraryFolder: () => string;
  /** Write also what only a developer asks for. */
  readonly verbose: boolean;
  /** Hears each line as well; for a terminal. */
  readonly echo?: (line: string) => void;
  /** A file that has grown beyond this is put behind a new one. */
  readonly mostBytes?: number;
}

export interface LogFile {
  readonly log: Log;
  /** Writes down what nobody caught. Answers a sentence for the person, with the place of the record where there is one. */
  readonly recordCrash: (cause: unknown) => string;
}

/**
 * Each line is written at once, in one piece, to a file that is opened for it: several processes write to the same one, and
 * a crash loses nothing. Costs some 0.1 ms a line. A log that cannot be written is none: nothing fails because of it.
 */
export function logFile({ libraryFolder, verbose, echo, mostBytes = usualMostBytes }: LogFileOptions): LogFile {
  const write = (message: string, facts: Readonly<Record<string, unknown>> = {}): string | undefined => {
    const line = lineOf(message, facts);
    echo?.(line);
    try {
      return append(libraryFolder(), line, mostBytes);
    } catch {
      return undefined; // no folder yet, a full disk, a folder that may only be read
    }
  };
  return {
    log: (message, facts, importance = 'always') => {
      if (importance === 'always' || verbose) write(message, facts);
    },
    recordCrash: (cause) => {
      const place = write('crash', errorFacts(cause));
      const where = place === undefined ? '' : ` What happened is written in ${place}.`;
      return `Broadsheet met an error of its own and had to end. Your library is as it was.${where} Start it again.`;
    },
  };
}

/** "2026-11-30T16:20:00.000Z 4711 slow call {"name":"articles.list","ms":61}" */
function lineOf(message: string, facts: Readonly<Record<string, unknown>>): string {
  const clean = Object.entries(facts).map(([name, value]) => [
    name,
    typeof value === 'string' ? logText(value) : value,
  ]);
  const told = clean.length === 0 ? '' : ` ${JSON.stringify(Object.fromEntries(clean))}`;
  return `${new Date().toISOString()} ${process.pid} ${message}${told}`;
}

function append(libraryFolder: string, line: string, mostBytes: number): string {
  makeFolderInside(libraryFolder, 'logs');
  const place = placeInside(libraryFolder, current);
  const found = whatIsAt(place);
  if (found !== 'file' && found !== 'nothing') throw new NotPlainError(`${current} is not ours`);
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT;
  const handle = openSync(place, flags | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0), 0o600);
  let size: number;
  try {
    const opened = fstatSync(handle);
    // a second name would be another file of the reader's, which is not ours to write to
    if (!opened.isFile() || opened.nlink > 1) throw new NotPlainError(`${current} is not ours`);
    size = opened.size + writeSync(handle, `${line}\n`);
  } finally {
    closeSync(handle);
  }
  if (size > mostBytes) rotate(libraryFolder);
  return place;
}

/** Two processes may do this at the same time: then one of them finds nothing to do. */
function rotate(libraryFolder: string): void {
  const [first, second] = older.map((path) => placeInside(libraryFolder, path)) as [string, string];
  rmSync(second, { force: true });
  if (whatIsAt(first) !== 'nothing') renameSync(first, second);
  renameSync(placeInside(libraryFolder, current), first);
}
