/** Steps of keeping the archive, as readers and the writer know them. Each is one transaction under 50 ms. */
import { ok } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { archiveSizes } from '../../store/archive/archive-sizes.ts';
import { beginRebuild, giveBackRoom, mergeIndex, rebuildSome } from '../../store/archive/compact.ts';
import { doneSince } from '../../store/archive/done-since.ts';
import { type Cut, cutsOf, deleteSome, previewRetention } from '../../store/archive/retention.ts';
import type { ReadableDb, WritableDb } from '../../store/handles.ts';
import { hasSoundPages } from '../../store/search/index-aside.ts';
import { checkIndex, indexedDownTo } from '../../store/search/search-index.ts';
import { getSettings } from '../../store/settings.ts';

export const keepingQueries = {
  'backups.since': (db: ReadableDb, { at }: { readonly at: EpochMs }) => ok(doneSince(db, at)),
  'archive.preview': (db: ReadableDb, _input: unknown, now: EpochMs) => ok(previewRetention(db, getSettings(db), now)),
};

export const keepingEngineQueries = {
  'archive.cuts': (db: ReadableDb, _input: unknown, now: EpochMs) => ok(cutsOf(db, getSettings(db), now)),
  'archive.storedSizes': (db: ReadableDb) => ok(archiveSizes(db)),
  'archive.indexHasSoundPages': (db: ReadableDb) => ok(hasSoundPages(db)),
};

export const keepingEngineCommands = {
  /** How many went; 0 when none is left to go. */
  'archive.cleanStep': (db: WritableDb, input: { readonly cut: Cut }) => ok(deleteSome(db, input.cut, getSettings(db))),
  'archive.mergeStep': (db: WritableDb) => ok(mergeIndex(db, 'whole')),
  'archive.roomStep': (db: WritableDb) => ok(giveBackRoom(db)),
  'archive.indexIsSound': (db: WritableDb) => {
    // one that is being built lacks words for that reason alone
    if (indexedDownTo(db) !== undefined) return ok(true);
    try {
      checkIndex(db);
      return ok(true);
    } catch {
      return ok(false); // SQLite says so by an error: that is the answer
    }
  },
  'archive.rebuildBegin': (db: WritableDb, input: { readonly how: 'empty' | 'put aside' }) => {
    beginRebuild(db, input.how);
    return ok(true);
  },
  'archive.rebuildStep': (db: WritableDb) => ok(rebuildSome(db)),
};
