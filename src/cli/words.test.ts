import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Words that were on the screen for something that has another name, or that only its makers understood. */
const banned = [
  'smart view',
  'Save view',
  'As the computer',
  'By its rhythm',
  'Adaptive',
  'as they came',
  'This sheet',
  'Justify the text',
  'Keep at most',
  'Room at most',
  'as the parser sees it',
  'holds still',
];

const source = fileURLToPath(new URL('..', import.meta.url));
const files = ['renderer', 'cli'].flatMap((folder) =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

test('one thing has one name in the window and on the command line', () => {
  const found = files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return banned.filter((words) => text.includes(words)).map((words) => `${file}: ${words}`);
  });
  expect(found).toEqual([]);
});
