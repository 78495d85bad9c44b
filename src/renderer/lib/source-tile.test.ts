import { expect, test } from 'vitest';
import { tileColour, tileLetter } from './source-tile.ts';

test('a host has the same colour whatever its case, one of twelve', () => {
  expect(tileColour('Eastbank-Record.example')).toBe(tileColour('eastbank-record.example'));
  const colours = new Set(Array.from({ length: 400 }, (_, number) => tileColour(`host-${number}.example`)));
  expect([...colours].sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a site, its feed and a port of it have one colour', () => {
  for (const host of ['www.eastbank.example', 'feeds.eastbank.example', 'eastbank.example:8080'])
    expect(tileColour(host)).toBe(tileColour('eastbank.example'));
});

test.each([
  ['Northlight Daily', 'N'],
  ['The Vale Gazette', 'V'],
  ['“Le Quai”', 'L'],
  ['Le Quai', 'Q'],
  ['港の朝', '港'],
  ['…', '·'],
])('the tile of %s carries %s', (name, letter) => {
  expect(tileLetter(name)).toBe(letter);
});
