import { expect, test } from 'vitest';
import { shorter } from './shorter.ts';

test.each([
  ['what fits stays', 'Two words.', 20, 'Two words.'],
  [
    'a sentence past 60 % of the room is the end',
    'The bridge is closed. Nobody knows for how long.',
    30,
    'The bridge is closed.',
  ],
  [
    'else the last whole word',
    'The bridge is closed. Nobody knows for how long.',
    42,
    'The bridge is closed. Nobody knows for…',
  ],
  ['Japanese ends at its own full stop', '橋は日曜日に閉じた。船は出る。', 12, '橋は日曜日に閉じた。'],
  ['and is cut between letters elsewhere', '橋は日曜日に閉じたが船は出る。', 8, '橋は日曜日に閉…'],
])('%s', (_, text, room, short) => {
  expect(shorter(text, room)).toBe(short);
});
