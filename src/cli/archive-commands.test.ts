import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));

async function archive(library: string, ...args: string[]) {
  return promisify(execFile)(process.execPath, [program, 'archive', ...args, '--library', library]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}

const line = (n: number) =>
  JSON.stringify({
    feedUrl: 'https://a.example/f',
    guid: `${n}`,
    title: `Number ${n}`,
    published: 1_700_000_000_000 + n * 60_000,
  });

test('an archive file comes out of a library as it went in, but for its broken lines, which are named', async () => {
  const library = join(temporaryFolder(), 'library');
  const [file, back, again] = ['one', 'two', 'three'].map((name) => join(temporaryFolder(), `${name}.ndjson`));
  if (file === undefined || back === undefined || again === undefined) throw new Error('no files');
  const lines = Array.from({ length: 1_200 }, (_, n) => line(n));
  writeFileSync(file, [...lines.slice(0, 600), '{broken', '', '[]', ...lines.slice(600)].join('\n'));
  const taken = await archive(library, 'import', file);
  expect(taken.said).toContain('Took 1200 articles of 1202; 0 were there already, 2 lines could not be read.');
  expect(taken.said).toContain('  line 601: This is not a line of JSON.\n  line 603: Invalid input');
  expect((await archive(library, 'export', back)).code).toBe(0);
  expect(readFileSync(back, 'utf8').trim().split('\n')).toHaveLength(1_200);
  const other = join(temporaryFolder(), 'other');
  await archive(other, 'import', back);
  await archive(other, 'export', again);
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(back, 'utf8'));
});

test.skipIf(!existsSync('/dev/full'))('an archive for which there is no room says so in one sentence', async () => {
  const library = join(temporaryFolder(), 'library');
  const file = join(temporaryFolder(), 'one.ndjson');
  writeFileSync(file, line(1));
  await archive(library, 'import', file);
  const full = await archive(library, 'export', '/dev/full');
  expect(full).toEqual({
    code: 1,
    said: 'There is no room for /dev/full. Free some space, or choose another place.\n',
  });
});
