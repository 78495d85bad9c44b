import { expect, test } from 'vitest';
import { noteMove } from './permanent-move.ts';

const home = 'https://press.example/feed';

test('a move is saved when it is said a second time', () => {
  const first = noteMove(undefined, home);
  expect(first).toEqual({ seen: { to: home, times: 1 } });
  expect(noteMove(first.seen, home)).toEqual({ saveAs: home });
});

test('a move that leads elsewhere the second time begins to count anew', () => {
  const { seen } = noteMove(undefined, home);
  expect(noteMove(seen, 'https://other.example/')).toEqual({ seen: { to: 'https://other.example/', times: 1 } });
});

test('a move that was taken back is forgotten', () => {
  const { seen } = noteMove(undefined, home);
  expect(noteMove(seen, undefined)).toEqual({});
});
