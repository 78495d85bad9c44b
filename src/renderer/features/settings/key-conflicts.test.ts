import { expect, test } from 'vitest';
import { conflictsOf, withoutClash } from './key-conflicts.ts';

const next = { id: 'next', title: 'Next article', keys: ['J', 'ArrowDown'] };
const today = { id: 'today', title: 'Today', keys: ['G T'] };
const undo = { id: 'undo', title: 'Undo', keys: ['Ctrl Z'] };
const all = [next, today, undo];
const ids = (keys: string, id = 'other') => conflictsOf(keys, id, all).map((command) => command.id);

test('the same keys in another order of modifiers are the same keys', () => {
  expect(conflictsOf('Shift Ctrl A', 'x', [{ id: 'a', title: 'A', keys: ['Ctrl Shift A'] }])).toHaveLength(1);
});

test('a key that begins the keys of another command would never let them be finished', () => {
  expect(ids('G')).toEqual(['today']);
  expect(ids('J K')).toEqual(['next']);
  expect(ids('G U')).toEqual([]);
});

test('a command does not stand in its own way', () => {
  expect(ids('J', 'next')).toEqual([]);
});

test('a command loses only the keys that are taken from it', () => {
  expect(withoutClash(next, 'J')).toBe('ArrowDown');
  expect(withoutClash(undo, 'Ctrl Z')).toBe('');
});
