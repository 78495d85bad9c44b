import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { damageOf } from '../../store/file-checks.ts';
import { checkIndex } from '../../store/search/search-index.ts';
import { backupFolder, listBackups } from './backup-files.ts';
import { openLibrary } from './open-library.ts';

// 200 moments take some minutes: BROADSHEET_LONG=1. A run of every day has 20.
const moments = process.env.BROADSHEET_LONG === '1' ? 200 : 20;
const worker = fileURLToPath(new URL('../../../testing/killed-worker.ts', import.meta.url));

/** Starts the worker on the library and kills it after it has got going and some milliseconds more. */
async function killAfter(folder: string, acknowledged: string, ms: number): Promise<void> {
  const before = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').length : 0;
  const child = spawn(process.execPath, [worker, folder, acknowledged], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString('utf8');
  });
  const ended = new Promise<string | null>((done) => child.once('exit', (_code, signal) => done(signal)));
  // half of the moments lie in opening, migrating or restoring, the others in the work itself
  const isEarly = ms % 2 === 0;
  for (let turn = 0; turn < 500 && !isEarly; turn += 1) {
    if (existsSync(acknowledged) && readFileSync(acknowledged, 'utf8').length > before) break;
    await wait(10);
  }
  await wait(ms);
  child.kill('SIGKILL');
  expect(await ended, said).toBe('SIGKILL');
}

function expectAllThere(folder: string, acknowledged: string): void {
  const opened = openLibrary(folder);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
  const { db } = opened.value;
  const lines = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').trim().split('\n') : [];
  const status = new Map(
    db
      .all<{ identity: string; unread: number }>('SELECT identity, unread FROM article_status')
      .map((row) => [row.identity, row.unread]),
  );
  for (const line of lines) {
    const [what, identity = ''] = line.split(' ');
    if (what === 'stored') expect(status.has(identity), line).toBe(true);
    if (what === 'read') expect(status.get(identity), line).toBe(0);
  }
  checkIndex(db);
  expect(db.get('PRAGMA quick_check(1)')).toEqual({ quick_check: 'ok' });
  const { unread } = db.get<{ unread: number }>('SELECT sum(unread) AS unread FROM feed_counter') ?? { unread: 0 };
  const counted = db.get<{ n: number }>('SELECT count(*) AS n FROM article_status WHERE unread = 1 AND present = 1');
  expect(unread ?? 0).toBe(counted?.n);
  db.close();
}

describe('a process that is killed', () => {
  it(`at ${moments} moments of storing, deleting, tidying, backing up and restoring loses nothing it had committed`, async () => {
    const folder = temporaryFolder();
    const acknowledged = join(temporaryFolder(), 'acknowledged');
    writeFileSync(join(folder, 'restores-allowed'), '');
    let state = 9;
    for (let moment = 0; moment < moments; moment += 1) {
      state = (state * 48_271) % 2_147_483_647;
      await killAfter(folder, acknowledged, state % 400);
      expectAllThere(folder, acknowledged);
    }
    expect(readFileSync(acknowledged, 'utf8').split('\n').length).toBeGreaterThan(moments);
    // a backup has its name only when it is whole
    for (const { name } of listBackups(folder))
      expect(damageOf(join(backupFolder(folder), name)), name).toBeUndefined();
  }, 900_000);
});
