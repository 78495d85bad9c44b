import { expect, test } from 'vitest';
import { changeWords, paragraphWords, smallWords } from './change-words.ts';

const none = { headline: false, numbers: 0, quotations: 0, sentences: 0, added: 0, removed: 0, small: 0 };

test.each([
  [{ headline: true, numbers: 1 }, 'The headline and one number changed'],
  [{ numbers: 2, quotations: 1, sentences: 3 }, 'Two numbers, one quotation and three sentences changed'],
  [{ headline: true, added: 1 }, 'The headline changed and one sentence added'],
  [{ sentences: 12, removed: 2 }, '12 sentences changed and two sentences left out'],
  [{ small: 2 }, 'Only spelling changed'],
])('%o is said as: %s', (counts, words) => {
  expect(changeWords({ ...none, ...counts })).toBe(words);
});

test('paragraphs are named up to the tenth', () => {
  expect([paragraphWords(2), paragraphWords(11), smallWords(1), smallWords(3)]).toEqual([
    'Second paragraph',
    'Paragraph 11',
    'One spelling correction is',
    'Three spelling corrections are',
  ]);
});
