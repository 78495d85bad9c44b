/**
 * Logins of feeds. They lie in a table of their own and no secret is ever changed, only replaced: an operation names the row before
 * and after, so that a change can be undone and the log of operations holds no secret.
 */

import type { EpochMs } from '../../lib/clock.ts';
import { type Login, mayGoTo } from '../../lib/logins.ts';
import { isEither, isObjectWith, isOneOf, isText } from '../../lib/shapes.ts';
import { storedShape } from '../../lib/stored-json.ts';
import type { ReadableDb, WritableDb } from '../handles.ts';
import { type RowChange, rowsChanged } from '../operations.ts';

interface LoginRow {
  readonly origin: string | null;
  readonly secret: string | null;
}

// As long as articles of a feed that was unsubscribed from are kept.
const keptAfterRemovalMs = 30 * 86_400_000;

/** The row's number, for feed.login_id. */
export function addLogin(db: WritableDb, feedId: number, { origin, credentials }: Login): number {
  return db.run('INSERT INTO login (feed_id, origin, secret) VALUES (:feedId, :origin, :secret)', {
    feedId,
    origin,
    secret: JSON.stringify(credentials),
  }).lastId;
}

const isCredentials = isEither(
  isObjectWith<Of<'basic'>>({ kind: isOneOf('basic'), username: isText, password: isText }),
  isEither(
    isObjectWith<Of<'bearer'>>({ kind: isOneOf('bearer'), token: isText }),
    isEither(
      isObjectWith<Of<'cookie'>>({ kind: isOneOf('cookie'), value: isText }),
      isObjectWith<Of<'header'>>({ kind: isOneOf('header'), name: isText, value: isText }),
    ),
  ),
);
type Of<Kind extends string> = Extract<Login['credentials'], { kind: Kind }>;

export function readLogin({ origin, secret }: LoginRow): Login | null {
  if (origin === null || secret === null) return null;
  const credentials = storedShape(secret, isCredentials);
  return credentials === undefined ? null : { origin, credentials };
}

export function loginOfFeed(db: ReadableDb, feedId: number): Login | null {
  const row = db.get<LoginRow>(
    'SELECT origin, secret FROM feed JOIN login ON login.id = feed.login_id WHERE feed.id = :feedId',
    { feedId },
  );
  return row === undefined ? null : readLogin(row);
}

/** A feed that has gone from http to https takes its login along for good: back to http is another place then. */
export function stayEncrypted(db: WritableDb, feedId: number, url: string): void {
  const login = loginOfFeed(db, feedId);
  const address = URL.parse(url);
  if (login === null || address === null || !mayGoTo(login.origin, address)) return;
  db.run('UPDATE login SET origin = :origin WHERE id = (SELECT login_id FROM feed WHERE id = :feedId)', {
    origin: address.origin,
    feedId,
  });
}

/**
 * At a start: what was replaced or removed could be brought back until the library was closed and now is gone from the file,
 * with the steps that would have done it; so are the logins of feeds that were left more than 30 days ago.
 */
export function forgetLogins(db: WritableDb, now: EpochMs): void {
  const unused = 'id NOT IN (SELECT login_id FROM feed WHERE login_id IS NOT NULL)';
  const before = { before: now - keptAfterRemovalMs };
  const left = 'login_id IS NOT NULL AND removed_at < :before';
  if (
    db.get(`SELECT 1 FROM login WHERE ${unused}`) === undefined &&
    db.get(`SELECT 1 FROM feed WHERE ${left}`, before) === undefined
  )
    return;
  db.pragma('secure_delete = ON');
  db.transaction(() => {
    db.run(`UPDATE feed SET login_id = NULL WHERE ${left}`, before);
    db.run(`DELETE FROM login WHERE ${unused}`);
    closeSteps(db);
  });
  db.pragma('secure_delete = OFF');
  // pages as they were before lie in the log until it is written anew
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** Takes logins that are gone out of the operations; one that did nothing else cannot be turned any more. */
function closeSteps(db: WritableDb): void {
  const kept = new Set(db.column<number>('SELECT id FROM login'));
  const operations = db.all<{ id: number; change: string }>(
    `SELECT id, change FROM operation WHERE change LIKE '%"login_id"%'`,
  );
  for (const { id, change } of operations) {
    const isKept = (values: RowChange['before']) => values.login_id == null || kept.has(Number(values.login_id));
    const left = rowsChanged(change).flatMap((row) => {
      if (isKept(row.before) && isKept(row.after)) return [row];
      const { login_id: _before, ...before } = row.before;
      const { login_id: _after, ...after } = row.after;
      return Object.keys(after).length === 0 ? [] : [{ ...row, before, after }];
    });
    db.run(
      "UPDATE operation SET change = :change, state = iif(:isEmpty AND state = 'done', 'closed', state) WHERE id = :id",
      { id, change: JSON.stringify({ rows: left }), isEmpty: left.length === 0 ? 1 : 0 },
    );
  }
}
