/** Changes of feeds' own settings, addresses and logins. */

import type { FeedId, OperationId } from '../../../contract/ids.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { type Login, mayGoTo, splitLogin } from '../../lib/logins.ts';
import { storedJson } from '../../lib/stored-json.ts';
import type { WritableDb } from '../handles.ts';
import { changeRows, type RowChange } from '../operations.ts';
import { addLogin, loginOfFeed } from './logins.ts';

interface FeedRow {
  readonly settings: string;
  readonly url: string;
  readonly login_id: number | null;
  readonly allow_private: string | null;
}

export function configureFeeds(
  db: WritableDb,
  input: ParsedInputOf<'feeds.configure'>,
  now: EpochMs,
): { operationId: OperationId } | undefined {
  const rows = input.ids.flatMap((id): RowChange[] => {
    const row = db.get<FeedRow>(
      'SELECT settings, url, login_id, allow_private FROM feed WHERE id = :id AND removed_at IS NULL',
      { id },
    );
    return row === undefined ? [] : [changeOf(db, { id, row, input })];
  });
  if (rows.length === 0) return undefined;
  return { operationId: changeRows(db, { at: now, kind: 'configure', label: 'Changed a feed’s settings', rows }) };
}

function changeOf(
  db: WritableDb,
  { id, row, input }: { id: FeedId; row: FeedRow; input: ParsedInputOf<'feeds.configure'> },
): RowChange {
  const before: Record<string, string | number | null> = {};
  const after: Record<string, string | number | null> = {};
  if (input.settings !== undefined) {
    before.settings = row.settings;
    after.settings = JSON.stringify({ ...storedJson<object>(row.settings, {}), ...input.settings });
  }
  const typed = input.url === undefined ? undefined : splitLogin(input.url);
  const url = typed?.address ?? row.url;
  if (typed !== undefined) {
    before.url = row.url;
    after.url = url;
  }
  const login = newLogin(db, { id, url, inAddress: typed?.login, input });
  if (login !== undefined) {
    before.login_id = row.login_id;
    after.login_id = login === null ? null : addLogin(db, id, login);
  }
  if (input.allowPrivate !== undefined) {
    before.allow_private = row.allow_private;
    after.allow_private = input.allowPrivate ? JSON.stringify([hostWithPort(url)]) : null;
  }
  return { table: 'feed', id, before, after };
}

/** null removes it, undefined leaves it: also where the address changes, since it was given for the place before. */
function newLogin(
  db: WritableDb,
  about: { id: FeedId; url: string; inAddress: Login | undefined; input: ParsedInputOf<'feeds.configure'> },
): Login | null | undefined {
  const { credentials, loginFollows, url: typed } = about.input;
  const address = URL.parse(about.url);
  if (credentials === null || address === null) return credentials === null ? null : undefined;
  const { origin } = address;
  if (credentials !== undefined) return { origin, credentials };
  if (about.inAddress !== undefined) return about.inAddress;
  const present = typed === undefined && loginFollows !== true ? null : loginOfFeed(db, about.id);
  if (present === null || present.origin === origin) return undefined;
  // gone from http to https it is for https from then on
  return loginFollows === true || mayGoTo(present.origin, address) ? { ...present, origin } : undefined;
}

/** The host and port of an address as they are stored for a permission, the port always written out. */
function hostWithPort(address: string): string {
  const url = new URL(address);
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}
