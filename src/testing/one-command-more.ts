/** A writer with a command that Broadsheet does not have: one-call-more.test.ts declares it, and this is its function. */

import { ok } from '../contract/errors.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import { commands } from '../core/engine/commands.ts';
import { serveWriter } from '../core/engine/workers/serve-writer.ts';
import type { EpochMs } from '../core/lib/clock.ts';
import type { WritableDb } from '../core/store/handles.ts';
import { changeRows } from '../core/store/operations.ts';

function shout(db: WritableDb, { id, title }: ParsedInputOf<'feeds.rename'>, now: EpochMs) {
  const rows = [{ table: 'feed', id, before: { own_title: null }, after: { own_title: title.toUpperCase() } }] as const;
  return ok({ operationId: changeRows(db, { at: now, kind: 'shout', label: 'Shouted', rows }) });
}

serveWriter({ ...commands, 'feeds.shout': shout });
