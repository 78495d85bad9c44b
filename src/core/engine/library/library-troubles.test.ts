import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle } from '../../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { errorOf, mustBeOk, testCore } from '../../../testing/test-core.ts';
import { createCore, nodeWorkers } from '../../index.ts';
import { getCounts } from '../../store/articles/counts.ts';
import { asFailure } from '../as-failure.ts';

function open(libraryFolder: string) {
  return createCore({ libraryFolder, workers: nodeWorkers, taskWorkers: 1, waitForOwnerMs: 200 });
}

/** Whether this system lets us make a disk of a few MB, for one process alone. */
const hasSmallDisks = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt']).status === 0;

describe('a library', () => {
  it('that is open answers a second process through the first', async () => {
    const first = await testCore();
    const second = mustBeOk(await open(first.folder));
    expect(second.role).toBe('guest');
    expect(mustBeOk(await second.call('library.info', {}))).toMatchObject({ folder: first.folder, feeds: 0 });
    mustBeOk(await second.call('folders.add', { name: 'From the second' }));
    expect(mustBeOk(await first.call('folders.list', {})).map((folder) => folder.name)).toEqual(['From the second']);
    await second.close();
  });

  it('whose owner does not answer is said to be in use', async () => {
    const first = await testCore();
    writeFileSync(
      join(first.folder, 'owner.json'),
      JSON.stringify({ pid: 1, address: 'http://127.0.0.1:9', token: 'x' }),
    );
    expect(errorOf(await open(first.folder))).toBe('library_in_use');
  });

  it('is free again after its owner was killed', async () => {
    const folder = temporaryFolder();
    const script = `import { createCore, nodeWorkers } from ${JSON.stringify(new URL('../../index.ts', import.meta.url).href)};
      const core = await createCore({ libraryFolder: ${JSON.stringify(folder)}, workers: nodeWorkers, taskWorkers: 1 });
      if (!core.ok) throw new Error(core.error.message);
      await core.value.call('folders.add', { name: 'Kept' });
      process.kill(process.pid, 'SIGKILL');`;
    const file = join(temporaryFolder(), 'killed.mjs');
    writeFileSync(file, script);
    const child = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(child.signal, child.stderr).toBe('SIGKILL');
    const again = mustBeOk(await open(folder));
    expect(again.role).toBe('owner');
    expect(JSON.stringify(mustBeOk(await again.call('folders.list', {})))).toContain('Kept');
    await again.close();
  });

  it('from a newer version is refused and not touched', async () => {
    const { db, folder } = temporaryLibrary();
    db.pragma('user_version = 999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    const before = readFileSync(join(folder, 'library.db'));
    expect(errorOf(await open(folder))).toBe('library_newer');
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true);
  });

  it('that is another program’s file is refused and not touched', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'library.db'), 'This is a letter, not a database. '.repeat(200));
    expect(errorOf(await open(folder))).toBe('library_damaged');
    expect(readFileSync(join(folder, 'library.db'), 'utf8')).toContain('a letter');
  });

  it('that was damaged while it was open is found out at the next start', async () => {
    const { db, folder } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://example.org/feed');
    ingestAll(db, {
      feedId,
      articles: Array.from({ length: 300 }, (_, n) =>
        storedArticle({ identity: `n${n}`, html: `<p>${'word '.repeat(200)}</p>` }),
      ),
    });
    db.pragma('wal_checkpoint(TRUNCATE)');
    const copy = join(temporaryFolder(), 'broken');
    mkdirSync(copy);
    copyFileSync(join(folder, 'library.db'), join(copy, 'library.db'));
    const bytes = readFileSync(join(copy, 'library.db'));
    for (let page = 20; page < 200; page += 3) bytes.fill(0xff, page * 4096, page * 4096 + 4096);
    writeFileSync(join(copy, 'library.db'), bytes);
    writeFileSync(join(copy, 'library.open'), '1');
    expect(errorOf(await open(copy))).toBe('library_damaged');
  });

  it.skipIf(process.getuid?.() !== 0)('in a folder that cannot be written to says so, also for reading', () => {
    const { db, folder } = temporaryLibrary();
    db.pragma('wal_checkpoint(TRUNCATE)');
    chmodSync(folder, 0o555);
    // permissions do not bind root: the case runs as nobody
    const script = `process.setgid(65534); process.setuid(65534);
      const { openWritable } = await import(${JSON.stringify(new URL('../../store/open.ts', import.meta.url).href)});
      const { takeOwnership } = await import(${JSON.stringify(new URL('./owner.ts', import.meta.url).href)});
      console.log(openWritable(${JSON.stringify(folder)}).error.code, takeOwnership(${JSON.stringify(folder)}).error.code);`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(child.stdout.trim() || child.stderr).toBe('library_read_only library_read_only');
  });

  it.skipIf(!hasSmallDisks)('that finds no room even to be opened says so, and opens once there is some', () => {
    const disk = temporaryFolder();
    const script = `import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
      const { openLibrary } = await import(${JSON.stringify(new URL('./open-library.ts', import.meta.url).href)});
      const folder = ${JSON.stringify(disk)};
      const codeOfOpening = () => {
        const opened = openLibrary(folder);
        if (opened.ok) opened.value.db.close();
        return opened.ok ? 'ok' : opened.error.code;
      };
      const codes = [codeOfOpening()];
      const filler = openSync(folder + '/filler', 'w');
      try { for (;;) writeSync(filler, Buffer.alloc(512)); } catch (error) { codes.push(error.code); }
      closeSync(filler);
      codes.push(codeOfOpening());
      rmSync(folder + '/filler');
      codes.push(codeOfOpening());
      console.log(codes.join(' '));`;
    const file = join(temporaryFolder(), 'small-disk.mjs');
    writeFileSync(file, script);
    const command = 'mount -t tmpfs -o size=4m none "$1" && exec "$2" "$3"';
    const child = spawnSync('unshare', ['-rm', 'sh', '-c', command, 'sh', disk, process.execPath, file], {
      encoding: 'utf8',
    });
    expect(child.stdout.trim() || child.stderr).toBe('ok ENOSPC library_full ok');
  });

  it('on a full disk says so, and keeps what it has', () => {
    const { db } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://example.org/feed');
    const long = `<p>${'word '.repeat(2_000)}</p>`;
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'stored before' })] });
    const { page_count: pages } = db.get<{ page_count: number }>('PRAGMA page_count') ?? { page_count: 0 };
    db.pragma(`max_page_count = ${pages + 10}`);
    const articles = Array.from({ length: 50 }, (_, n) => storedArticle({ identity: `n${n}`, html: long }));
    let failure: unknown;
    try {
      db.transaction(() => ingestAll(db, { feedId, articles }));
    } catch (error) {
      failure = error;
    }
    expect(asFailure(failure, 'fetch.store').error).toMatchObject({ code: 'library_full' });
    expect(getCounts(db, Date.now()).all.total).toBe(1);
    expect(db.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check).toBe('ok');
    db.pragma('max_page_count = 1073741823');
    expect(ingestAll(db, { feedId, articles }).added).toHaveLength(50);
  });
});
