/**
 * Run as a process of its own, to be killed at any moment: works on the library of its first argument and appends to the
 * file of its second what was committed. A kill test then compares.
 */
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups, makeBackup } from '../core/engine/library/backup-files.ts';
import { openLibrary } from '../core/engine/library/open-library.ts';
import { finishRestore, planRestore } from '../core/engine/library/restore-backup.ts';
import { giveBackRoom, mergeIndex } from '../core/store/archive/compact.ts';
import { cutsOf, deleteSome } from '../core/store/archive/retention.ts';
import { markArticles } from '../core/store/articles/mark-articles.ts';
import { feedIdAt } from '../core/store/feeds/feeds.ts';
import type { WritableDb } from '../core/store/handles.ts';
import { addTestFeed, finish, ingestAll, storedArticle, testNow } from './sample-rows.ts';

const [folder = '', acknowledged = ''] = process.argv.slice(2);
const address = 'https://one.example/f';
const rules = { keepDays: null, keepPerFeed: 60, keepMegabytes: null, deleteUnread: false };

function open(): WritableDb {
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.db;
}

let db = open();
const feedId = feedIdAt(db, address) ?? db.transaction(() => addTestFeed(db, address));
const first = db.get<{ n: number }>('SELECT count(*) AS n FROM article_status')?.n ?? 0;
for (let n = first; ; n += 1) {
  const { added } = db.transaction(() =>
    ingestAll(db, {
      feedId,
      articles: [storedArticle({ identity: `n${n}`, html: `<p>${`word${n} `.repeat(300)}</p>` })],
    }),
  );
  appendFileSync(acknowledged, `stored n${n}\n`);
  if (n % 2 === 0) {
    db.transaction(() => finish(markArticles(db, { ids: added as never, set: { read: true } }, testNow)));
    appendFileSync(acknowledged, `read n${n}\n`);
  }
  if (n % 10 === 0) for (const cut of cutsOf(db, rules, testNow)) db.transaction(() => deleteSome(db, cut, rules));
  if (n % 15 === 0) db.transaction(() => mergeIndex(db));
  if (n % 20 === 0) db.transaction(() => giveBackRoom(db));
  if (n % 25 === 0) await makeBackup(folder, { kind: 'daily', now: testNow + n * 86_400_000 });
  if (n % 40 === 0 && existsSync(join(folder, 'restores-allowed'))) await restoreNewest();
}

/** What the backup has is all that is promised from here on. */
async function restoreNewest(): Promise<void> {
  const [newest] = listBackups(folder);
  if (newest === undefined) return;
  db.pragma('wal_checkpoint(TRUNCATE)');
  await makeBackup(folder, { kind: 'manual', now: testNow });
  const manual = listBackups(folder).find((backup) => backup.kind === 'manual');
  planRestore(folder, { name: manual?.name ?? newest.name, now: testNow });
  db.close();
  finishRestore(folder);
  for (const old of [`library-before-restore-${testNow}.db`]) rmSync(join(folder, old), { force: true });
  db = open();
}
