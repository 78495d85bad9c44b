import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { harbourLevy, otherNews } from '../testing/press.ts';
import { temporaryFolder } from '../testing/temporary-library.ts';

const program = fileURLToPath(new URL('index.ts', import.meta.url));

async function broadsheet(folder: string, ...args: string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, '--json', '--library', folder]);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

test('stories, related and for-you print what the window shows, one a line', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'archive.ndjson');
  const published = Date.UTC(2014, 2, 10, 12);
  const copies = harbourLevy.slice(0, 1).map((told) => ({ ...told, paper: 'wire.example', guid: 'levy-copy' }));
  const lines = [...harbourLevy, ...copies, ...otherNews].map(({ paper, guid, title, text }) =>
    JSON.stringify({
      feedUrl: `https://${paper}/feed.xml`,
      feedTitle: paper,
      guid,
      url: `https://${paper}/${guid}`,
      title,
      html: text,
      published: guid === 'levy-copy' ? published + 60_000 : published,
    }),
  );
  writeFileSync(file, lines.join('\n'));
  const library = join(folder, 'library');
  await broadsheet(library, 'archive', 'import', file);
  expect(await broadsheet(library, 'stories', '--all')).toEqual([]);
  const all = await broadsheet(library, 'stories', '--all', '--at', '2014-03-11T00:00:00Z');
  expect(all).toHaveLength(4);
  expect(Object.keys(all[0] ?? {}).sort()).toEqual(['articles', 'id', 'publishers', 'reason', 'score']);
  expect(all[0]).toMatchObject({ publishers: 4, reason: expect.stringContaining('grouped: shares') });
  const members = (all[0]?.articles ?? []) as { guid: string; feedUrl: string; copyOf?: string }[];
  expect(members.map(({ guid }) => guid).sort()).toEqual(['levy-1', 'levy-2', 'levy-3', 'levy-copy']);
  expect(members.flatMap(({ guid, copyOf }) => (copyOf === undefined ? [] : [[guid, copyOf]]))).toEqual([
    ['levy-copy', 'levy-1'],
  ]);
  expect(Object.keys(members[0] ?? {}).sort()).toEqual(['feedUrl', 'guid']);
  const before = await broadsheet(library, 'stories', '--all', '--at', '2014-03-10T12:00:30Z');
  expect(before[0], 'the copy had not appeared by then').toMatchObject({ publishers: 3 });
  expect(members[0]?.feedUrl).toMatch(/^https:\/\/.*\/feed.xml$/);
  expect(await broadsheet(library, 'stories', '--at', '2014-03-11T00:00:00Z')).toHaveLength(1);
  expect(await broadsheet(library, 'stories', '--at', 'all')).toHaveLength(4);
  const related = await broadsheet(library, 'related', 'levy-1');
  expect(related.map(({ guid }) => guid).sort()).toEqual(['levy-2', 'levy-3']);
  await expect(broadsheet(library, 'related', 'nobody')).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('No article in the library has this guid.'),
  });
}, 120_000);
