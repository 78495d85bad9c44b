/** What is in a library's file, or in a backup of one, before anything relies on it. Nothing of the file's own making runs. */
import { setImmediate } from 'node:timers/promises';
import { damageInPages, type TellPages } from './check-pages.ts';
import { type Connection, connect } from './connect.ts';
import { quoted, ReadableDb } from './handles.ts';
import { strangeParts } from './own-schema.ts';

/** Whether a file that is a library of a version known here has anything in its schema that our migrations did not make. */
export function holdsStrangeParts(file: string): boolean {
  return reading(
    file,
    (connection) => strangeParts(connection).length > 0,
    () => false, // it cannot be read at all, which damageInFile says
  );
}

/**
 * Reads the whole file and says what is wrong with it; undefined when nothing is. Minutes for a library of several GB. For tests.
 * @internal
 */
export function damageOf(file: string): string | undefined {
  return readingOwn(file, (connection) => {
    const found = String(connection.pragma('integrity_check(1)', { simple: true }));
    return found === 'ok' ? undefined : found;
  });
}

/** As damageOf, in a fraction of its time, and telling how far it is: for a start, which somebody waits for. */
export function damageInFile(file: string, tell: TellPages): string | undefined {
  return readingOwn(file, (connection) => damageInPages(new ReadableDb(connection), tell));
}

/** As damageOf, but for free pages, and to be given up between two tables: rejects when the signal says so. */
export async function damageOfTables(file: string, signal?: AbortSignal): Promise<string | undefined> {
  const connection = connect(file, { readonly: true });
  try {
    if (strangeParts(connection).length > 0) return strangeFile;
    const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const table of ['sqlite_schema', ...tables.map(String)]) {
      await setImmediate();
      signal?.throwIfAborted();
      const found = String(connection.pragma(`integrity_check(${quoted(table)})`, { simple: true }));
      if (found !== 'ok') return found;
    }
    return undefined;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return wordsOf(error);
  } finally {
    connection.close();
  }
}

/** Whether the search index says in its pages what it should. Reads all of it: a minute for 1,000,000 articles. */
export function isIndexSound(file: string): boolean {
  return reading(
    file,
    (connection) => connection.pragma('quick_check("article_index")', { simple: true }) === 'ok',
    (error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code.startsWith('SQLITE_CORRUPT')) return false;
      throw error;
    },
  );
}

/**
 * Articles in a library's file or a backup of it, but for hidden ones; undefined when it cannot be read, or holds anything
 * that is not ours: a view in the place of the counters would be counted for ever.
 */
export function articlesIn(file: string): number | undefined {
  return reading(
    file,
    (connection) => {
      if (strangeParts(connection).length > 0) return undefined;
      // kept, not counted: that takes 15 s for each of a dozen backups of 1,000,000 articles, and a window waits for all
      const sum = connection.prepare(
        "SELECT coalesce(sum(total), 0) FROM feed_counter WHERE typeof(total) = 'integer'",
      );
      const articles = Number(sum.pluck().get());
      return Number.isSafeInteger(articles) && articles >= 0 ? articles : undefined;
    },
    () => undefined, // damaged, or from before there were articles: whoever asks says so
  );
}

const strangeFile = 'it holds parts that Broadsheet did not make';

function readingOwn(file: string, look: (connection: Connection) => string | undefined): string | undefined {
  return reading(file, (connection) => (strangeParts(connection).length > 0 ? strangeFile : look(connection)), wordsOf);
}

function reading<Value>(
  file: string,
  look: (connection: Connection) => Value,
  otherwise: (error: unknown) => Value,
): Value {
  try {
    const connection = connect(file, { readonly: true });
    try {
      return look(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    return otherwise(error);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
