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
  const lines = [...harbourLevy, ...otherNews].map(({ paper, guid, title, text }) =>
    JSON.stringify({
      feedUrl: `https://${paper}/feed.xml`,
      feedTitle: paper,
      guid,
      url: `https://${paper}/${guid}`,
      title,
      html: text,
      published,
    }),
  );
  writeFileSync(file, lines.join('\n'));
  const library = join(folder, 'library');
  await broadsheet(library, 'archive', 'import', file);
  expect(await broadsheet(library, 'stories', '--all')).toEqual([]);
  const all = await broadsheet(library, 'stories', '--all', '--at', '2014-03-11T00:00:00Z');
  expect(all).toHaveLength(4);
  expect(Object.keys(all[0] ?? {}).sort()).toEqual(['articles', 'id', 'publishers', 'reason', 'score']);
  expect(all[0]).toMatchObject({ publishers: 3 });
  const members = (all[0]?.articles ?? []) as { guid: string; feedUrl: string }[];
  expect(members.map(({ guid }) => guid).sort()).toEqual(['levy-1', 'levy-2', 'levy-3']);
  expect(members[0]?.feedUrl).toMatch(/^https:\/\/.*\/feed.xml$/);
  expect(await broadsheet(library, 'stories', '--at', '2014-03-11T00:00:00Z')).toHaveLength(1);
  expect(await broadsheet(library, 'stories', '--at', 'all')).toHaveLength(4);
  const related = await broadsheet(library, 'related', 'levy-1');
  expect(related.map(({ guid }) => guid).sort()).toEqual(['levy-2', 'levy-3']);
  await expect(broadsheet(library, 'related', 'nobody')).rejects.toMatchObject({ code: 1 });
}, 120_000);
