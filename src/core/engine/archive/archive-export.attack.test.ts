/** What an export takes out of a library that somebody else may have filled. */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, storedArticle } from '../../../testing/sample-rows.ts';
import { temporaryFolder, temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk, testCore } from '../../../testing/test-core.ts';
import { storeMedia } from '../../store/archive/media.ts';
import { checkArchive } from './check-archive.ts';

describe('an export', () => {
  it('takes no file along that is not a picture of ours, whatever the library calls it', async () => {
    const home = temporaryFolder();
    const { db, folder } = temporaryLibrary();
    writeFileSync(join(folder, 'id_rsa'), 'PRIVATE KEY');
    const linked = `media/ab/12/${'ab12'.padEnd(64, '0')}.png`;
    const secret = join(home, 'key');
    writeFileSync(secret, 'PRIVATE KEY');
    mkdirSync(dirname(join(folder, linked)), { recursive: true });
    symlinkSync(secret, join(folder, linked));
    const other = `media/cd/12/${'cd12'.padEnd(64, '0')}.png`;
    mkdirSync(dirname(join(folder, other)), { recursive: true });
    writeFileSync(join(folder, other), 'PRIVATE KEY');
    for (const [at, path] of ['../key', 'id_rsa', 'library.db', secret, linked, other].entries())
      storeMedia(db, {
        url: `https://a.example/${at}`,
        path,
        hash: 'x',
        mimeType: 'image/png',
        sizeBytes: 1,
        trouble: null,
        at: 1,
      });
    db.close();
    const core = await testCore({ libraryFolder: folder });
    const archive = join(home, 'archive');
    expect(mustBeOk(await core.call('archive.exportFolder', { folder: archive }))).toMatchObject({ pictures: 0 });
    const names = readdirSync(archive, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /rsa|\.png$|\.db|^key$|^\.\./.test(name))).toEqual([]);
    expect(statSync(archive).mode & 0o777).toBe(0o700);
    for (const name of names) {
      const found = statSync(join(archive, name));
      expect(found.mode & 0o777, name).toBe(found.isDirectory() ? 0o700 : 0o600);
    }
    expect(() => checkArchive(archive)).not.toThrow();
  });

  it.each(['/proc/1/x', '/proc/x/y', '/dev/null', '/dev/null/x', '/sys/kernel/x'])(
    'to %s ends in a sentence',
    async (folder) => {
      const core = await testCore();
      const refused = await core.call('archive.exportFolder', { folder });
      expect(refused).toMatchObject({ ok: false, error: { code: 'file_unreadable' } });
      expect(mustBeOk(await core.call('feeds.list', {}))).toEqual([]);
    },
  );

  it('of a page lets it lead nowhere by itself', async () => {
    const { db, folder } = temporaryLibrary();
    const feedId = addTestFeed(db, 'https://one.example/feed');
    const html =
      '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><form action="https://evil.example/"><input></form><p>Text';
    ingestAll(db, { feedId, articles: [storedArticle({ identity: 'a', html, url: 'javascript:alert(1)' })] });
    db.close();
    const core = await testCore({ libraryFolder: folder });
    const archive = join(temporaryFolder(), 'archive');
    mustBeOk(await core.call('archive.exportFolder', { folder: archive }));
    const page = readdirSync(join(archive, 'pages'), { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.html'),
    );
    const text = readFileSync(join(archive, 'pages', page ?? ''), 'utf8');
    expect(text).toMatch(/content="default-src 'none'[^"]*; base-uri 'none'; form-action 'none'"/);
    expect(text).not.toMatch(/<base|refresh|<form|<input|javascript:/);
  });
});
