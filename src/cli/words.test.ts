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
  'is still learning',
  'The best of a title',
  'its best lately',
  'no longer anything at this address',
  'There is no computer named',
  'stands unread',
  'whose turn it is',
  'own wishes',
  'As usual',
  'Who has it',
  'Why it stands where',
  'Kept off Today, the stories',
  'Speaks for',
  'beside Enter',
  'Last fetched',
  'Check anyway',
  'Follow the system',
  'Fetch now',
  '"Whole article"',
];

/** Comments speak to us; what is said to a reader stands in strings and markup. */
function withoutComments(source: string): string {
  return source.replace(/^ *(?:\/\*\*.*|\*.*|\/\/.*)$/gm, '');
}

const source = fileURLToPath(new URL('..', import.meta.url));
const files = ['renderer', 'cli', 'core'].flatMap((folder) =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
);

test('one thing has one name in the window, on the command line and in what the core says', () => {
  const found = files.flatMap((file) => {
    const text = withoutComments(readFileSync(join(source, file), 'utf8'));
    return banned.filter((words) => text.includes(words)).map((words) => `${file}: ${words}`);
  });
  expect(found).toEqual([]);
});
