/**
 * The only import of better-sqlite3. A database may come from anybody, so that it is data and nothing else: whatever its
 * schema says can call no function with effects, nothing changes that schema but our migrations, and nothing beside it
 * leads SQLite to another file.
 */
import { basename, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { NotPlainError, whatIsAt } from '../lib/own-files/plain-files.ts';

export type Connection = Database.Database;

interface How {
  readonly readonly?: boolean;
  /** How long to wait for another connection's lock. */
  readonly timeoutMs?: number;
}

/**
 * Opens a database, with what every connection of ours has. Throws NotPlainError where a link, a pipe or a folder has the
 * place of the file or of one that SQLite keeps beside it, else what SQLite throws. Costs some 0.1 ms.
 */
export function connect(file: string, { readonly = false, timeoutMs = 5_000 }: How = {}): Connection {
  // absolute: SQLite takes a name that begins with "file:" for an address with options
  const path = resolve(file);
  for (const ending of ['', '-wal', '-shm', '-journal']) refuseAllButFiles(`${path}${ending}`);
  return hardened(new Database(path, { readonly, fileMustExist: readonly, timeout: timeoutMs }));
}

/** An empty database that is gone once it is closed. */
export function connectInMemory(): Connection {
  return hardened(new Database(':memory:'));
}

/** better-sqlite3 itself makes each connection defensive: no statement can write into the schema or into an index's tables. */
function hardened(connection: Connection): Connection {
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  return connection;
}

/** SQLite would follow a link to whatever file of the reader's it leads to, and wait at a pipe for ever. */
function refuseAllButFiles(path: string): void {
  const found = whatIsAt(path);
  if (found === 'file' || found === 'nothing') return;
  throw new NotPlainError(`${basename(path)} is a ${found === 'something else' ? 'pipe or a device' : found}`);
}
