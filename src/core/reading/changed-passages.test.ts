import { expect, test } from 'vitest';
import { changedPassages, countChanges } from './changed-passages.ts';
import { compareStates } from './revisions.ts';

const title = 'Ports agree';
const state = (text: string, headline = title) => ({ title: headline, text });
const shown = (before: string, after: string) =>
  changedPassages(state(before), state(after)).map((passage) =>
    [passage.before, passage.after].map((words) =>
      words.map(({ text, isChanged }) => (isChanged ? `[${text.trim()}]` : text)).join(''),
    ),
  );

test('only the sentences that changed are shown, each with its paragraph', () => {
  const before = 'It begins. The fund raises 4.2 billion over years.\nA third is kept.\nIt ends. Nobody spoke up.';
  const after = 'It begins. The fund raises 4.6 billion over years.\nA third is kept.\nIt ends. Nobody spoke out.';
  expect(shown(before, after)).toEqual([
    ['The fund raises [4.2] billion over years.', 'The fund raises [4.6] billion over years.'],
    ['Nobody spoke [up].', 'Nobody spoke [out].'],
  ]);
  expect(changedPassages(state(before), state(after)).map(({ paragraph }) => paragraph)).toEqual([1, 3]);
});

test('a sentence that was added or left out stands alone', () => {
  expect(shown('One is here. Two is here.', 'One is here. Something else was said. Two is here.')).toEqual([
    ['', '[Something else was said.]'],
  ]);
  expect(shown('One is here. Two is there.', 'One is here.')).toEqual([['[Two is there.]', '']]);
});

test('a corrected spelling is a small change', () => {
  const [before, after] = ['In a yaer it is done.', 'In a year it is done.'].map((text) => state(text));
  if (!before || !after) throw new Error('two states');
  expect(compareStates(before, after)?.severity).toBe('trifle');
  expect(changedPassages(before, after)).toMatchObject([{ isSmall: true }]);
});

test.each([
  ['It would hold.', 'It could hold.'],
  ['He went home.', 'She went home.'],
  ['The gauge is new.', 'The gauges is new.'],
  ['It held on Tuesday.', 'It held on Monday.'],
])('%s → %s is another word, no spelling', (before, after) => {
  expect(changedPassages(state(before), state(after))).toMatchObject([{ isSmall: false }]);
});

test('what changed is counted by kind, and a number that is corrected twice once', () => {
  const before = 'It costs 4.2 billion. So 4.2 billion it is. “A start,” he said. The wall is low.';
  const after = 'It costs 4.6 billion. So 4.6 billion it is. “A beginning,” he said. The wall is high. All is said.';
  expect(countChanges(changedPassages(state(before), state(after, 'Ports have agreed')))).toEqual({
    headline: true,
    numbers: 1,
    quotations: 1,
    sentences: 1,
    added: 1,
    removed: 0,
    small: 0,
  });
});
