import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fail, ok } from '../../../contract/errors.ts';
import { temporaryFolder } from '../../../testing/temporary-library.ts';
import { OpeningWatch } from './opening-watch.ts';

function watch() {
  const lines: string[] = [];
  return { lines, watch: new OpeningWatch((line) => void lines.push(line)) };
}

it('the terminal is told what is done, each tenth of it once, and how it ended', () => {
  const { lines, watch: opening } = watch();
  for (const done of [0, 5, 11, 12, 19, 47, 48, 100]) opening.hear({ step: 'check', done, total: 100 });
  opening.hear({ step: 'finish', done: 3, total: 0 });
  expect(opening.end(ok(true))).toBe(true);
  expect(lines).toEqual([
    expect.stringContaining('looked through'),
    ...['  11%', '  47%', '  100%'],
    expect.stringContaining('finished now'),
    'Your library is open.',
  ]);
});

it('a start at which there was nothing to do says nothing', () => {
  const { lines, watch: opening } = watch();
  expect(opening.progress()).toBeUndefined();
  expect(opening.end(fail('library_newer', 'It is newer.'))).toBe(false);
  expect(lines).toEqual([]);
});

it('of a file that SQLite writes in one go, its size tells how far it is', async () => {
  const grows = join(temporaryFolder(), 'growing');
  const { lines, watch: opening } = watch();
  opening.hear({ step: 'mend', done: 1_000, total: 3_000, grows });
  expect(opening.progress()).toMatchObject({ done: 1_000, total: 3_000 });
  writeFileSync(grows, Buffer.alloc(700));
  expect(opening.progress()).toMatchObject({ done: 1_700 });
  await expect.poll(() => lines.at(-1)).toBe('  56%');
  writeFileSync(grows, Buffer.alloc(70_000));
  expect(opening.progress()).toMatchObject({ done: 3_000 });
  opening.rest();
});
