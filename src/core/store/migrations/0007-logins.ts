/** Logins in a table of their own, each with the place that it was given for, and in no other row. */
import { isListOf, isObjectWith, isRecord } from '../../lib/shapes.ts';
import { storedJson } from '../../lib/stored-json.ts';
import type { WritableDb } from '../handles.ts';

export const version = 7;

export const sql = `
CREATE TABLE login (
  -- never given twice: steps that can be undone name a login by it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id INTEGER NOT NULL,
  -- "https://example.org:8443": sent there alone
  origin TEXT NOT NULL,
  secret TEXT NOT NULL
);
ALTER TABLE feed ADD COLUMN login_id INTEGER;
`;

/** Beside which there may be older copies of secrets in the file's free room: it is to be written anew. */
export const cleaningDue = 'logins-to-be-wiped';

interface FeedRow {
  readonly id: number;
  readonly url: string;
  readonly credentials: string | null;
  readonly removed_at: number | null;
}

/** Also takes out of addresses the logins that stood in them. */
export function after(db: WritableDb): void {
  const found = moveLogins(db) + cleanSteps(db) + cleanTexts(db);
  db.exec('ALTER TABLE feed DROP COLUMN credentials');
  if (found > 0)
    db.run('INSERT OR REPLACE INTO fact (key, value) VALUES (:key, :value)', { key: cleaningDue, value: '1' });
}

function moveLogins(db: WritableDb): number {
  const feeds = db.once<FeedRow>(
    "SELECT id, url, credentials, removed_at FROM feed WHERE credentials IS NOT NULL OR url LIKE '%://%@%'",
  );
  let found = 0;
  for (const { id, url, credentials, removed_at } of feeds) {
    const address = URL.parse(url);
    const inAddress = address === null ? null : loginIn(address);
    const secret = credentials ?? inAddress;
    if (address === null || secret === null) continue;
    found += 1;
    const { lastId } = db.run('INSERT INTO login (feed_id, origin, secret) VALUES (:id, :origin, :secret)', {
      id,
      origin: address.origin,
      secret,
    });
    db.run('UPDATE feed SET login_id = :lastId WHERE id = :id', { id, lastId });
    if (inAddress === null) continue;
    address.username = '';
    address.password = '';
    const isTaken = db.get('SELECT 1 FROM feed WHERE url = :url AND removed_at IS NULL', { url: address.href });
    // two logins at one address are two subscriptions: told apart by what no server sees
    if (isTaken !== undefined && removed_at === null) address.hash = `feed-${id}`;
    db.run('UPDATE feed SET url = :url WHERE id = :id', { id, url: address.href });
  }
  return found;
}

function loginIn({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  return JSON.stringify({ kind: 'basic', username: decoded(username), password: decoded(password) });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a bare % is meant as it stands
  }
}

interface Step {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

const isSteps = isListOf(isObjectWith<Step>({ before: isRecord, after: isRecord }));

/** A change of a login from before cannot be undone any more: it would need the secret in the log. */
function cleanSteps(db: WritableDb): number {
  const steps = db.once<{ id: number; change: string }>(
    `SELECT id, change FROM operation WHERE change LIKE '%"credentials"%' OR change LIKE '%://%@%'`,
  );
  for (const { id, change } of steps) {
    // a text that no operation of ours is, in a library of somebody else's, is emptied: it may hold the secret too
    const { rows: found, ...others } = storedJson<Record<string, unknown>>(withoutLogins(String(change)), {});
    const rows = isSteps(found) ? found : [];
    const left = rows.flatMap((row) => {
      const { credentials: _before, ...before } = row.before;
      const { credentials: _after, ...after } = row.after;
      return Object.keys(after).length === 0 ? [] : [{ ...row, before, after }];
    });
    const isEmpty = rows.length > 0 && left.length === 0;
    db.run(
      "UPDATE operation SET change = :change, state = iif(:isEmpty AND state = 'done', 'closed', state) WHERE id = :id",
      {
        id,
        change: JSON.stringify(rows.length === 0 ? others : { ...others, rows: left }),
        isEmpty: isEmpty ? 1 : 0,
      },
    );
  }
  return steps.length;
}

/** Wherever an address may stand, but for what publishers wrote into their texts. */
const texts: readonly (readonly [table: string, key: string, columns: readonly string[]])[] = [
  ['feed', 'id', ['own_title', 'feed_title', 'site_url', 'image_url', 'icon_url', 'attributes']],
  ['folder', 'id', ['name', 'attributes']],
  ['feed_state', 'feed_id', ['moved_to', 'message', 'wishes']],
  ['fetch', 'id', ['url', 'message', 'headers']],
  ['host_state', 'host', ['state']],
  ['article', 'id', ['url', 'raw_link', 'picture_url']],
  ['operation', 'id', ['label']],
  ['window_state', 'key', ['value']],
  ['media', 'url', ['trouble']],
];

function cleanTexts(db: WritableDb): number {
  let found = 0;
  for (const [table, key, columns] of texts) {
    for (const column of columns) {
      const rows = db.once<{ key: number | string; text: string }>(
        `SELECT ${key} AS key, ${column} AS text FROM ${table} WHERE typeof(${column}) = 'text' AND ${column} LIKE '%://%@%'`,
      );
      for (const row of rows) {
        const text = withoutLogins(row.text);
        if (text === row.text) continue;
        db.run(`UPDATE ${table} SET ${column} = :text WHERE ${key} = :key`, { key: row.key, text });
        found += 1;
      }
    }
  }
  return found;
}

function withoutLogins(text: string): string {
  return text.replace(/(:(?:\\?\/){2})[^\s/?#\\"'<>]*@/g, '$1');
}
