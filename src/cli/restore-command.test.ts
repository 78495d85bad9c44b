import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function broadsheet(...args: string[]): Promise<Said> {
  return promisify(execFile)(process.execPath, [program, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Said) => ({ code, stdout, stderr }),
  );
}

test('a damaged library says so, lists its backups, and is restored from one by name', async () => {
  const library = join(temporaryFolder(), 'library');
  const file = join(temporaryFolder(), 'one.ndjson');
  writeFileSync(file, JSON.stringify({ feedUrl: 'https://a.example/f', guid: '1', title: 'Kept', html: '<p>x</p>' }));
  await broadsheet('archive', 'import', file, '--library', library);
  await broadsheet('call', 'backups.make', '{}', '--library', library);
  writeFileSync(join(library, 'library.db'), 'no database at all '.repeat(500));

  const refused = await broadsheet('list', '--library', library);
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Restore a backup') });
  const unknown = await broadsheet('restore', 'daily-2001-01-01.db', '--library', library);
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('no backup called') });

  const [backup = ''] = (await broadsheet('restore', '--library', library)).stdout.split('\n');
  expect(backup).toMatch(/^manual-\d{8}-\d{6}\.db {2}.* {2}1 article$/);
  const done = await broadsheet('restore', backup.split(' ')[0] ?? '', '--library', library);
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('Restored manual-') });
  expect(readdirSync(library).some((name) => name.startsWith('library-before-restore-'))).toBe(true);
  expect((await broadsheet('list', '--library', library)).stdout).toContain('Kept');
}, 120_000);

test('what a search leaves out is said beside its answer, never in it', async () => {
  const library = join(temporaryFolder(), 'library');
  const said = await broadsheet('search', '"flood', '--json', '--library', library);
  expect(said).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('Left out: "') });
});

test('wrong arguments get a sentence and no library', async () => {
  const library = join(temporaryFolder(), 'library');
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['list', '--limit', 'abc'], /whole number above 0, not abc/],
    [['list', '--view', 'nonsense'], /no view called nonsense/],
    [['list', 'words'], /search WORDS/],
    [['search', 'flood', '--order', 'funny'], /best, newest or oldest, not funny/],
    [['search', ''], /what to look for/],
    [['restore', 'one', 'two'], /Name one backup/],
  ];
  for (const [args, words] of wrong) {
    const said = await broadsheet(...args, '--library', library);
    expect(said, args.join(' ')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(words) });
  }
  expect(() => readdirSync(library)).toThrow('ENOENT');
}, 120_000);
