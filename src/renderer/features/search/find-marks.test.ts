import { describe, expect, test } from 'vitest';
import { findMarks, type Mark } from './find-marks.ts';

function marked(text: string, ...marks: Mark[]): string[] {
  return findMarks(text, marks).map(([from, to]) => text.slice(from, to));
}

const word = (...words: string[]): Mark => ({ words, isPrefix: false });
const prefix = (...words: string[]): Mark => ({ words, isPrefix: true });

describe('marks in an opened article', () => {
  test('a word is marked in any case and accent, and not inside another word', () => {
    expect(marked('Café, CAFE and cafeteria', word('cafe'))).toEqual(['Café', 'CAFE']);
  });

  test('a letter with its accent set apart is one letter', () => {
    expect(marked('a cafe\u0301 here', word('cafe'))).toEqual(['cafe\u0301']);
  });

  test('a prefix marks the whole word that it begins', () => {
    expect(marked('battery, batteries, bat', prefix('batter'))).toEqual(['battery', 'batteries']);
  });

  test('a phrase is marked as one, across commas and breaks of line', () => {
    expect(marked('grid\n storage; grid of storage', word('grid', 'storage'))).toEqual(['grid\n storage']);
  });

  test('the longest of two marks at a place wins', () => {
    expect(marked('grid storage grid', word('grid'), word('grid', 'storage'))).toEqual(['grid storage', 'grid']);
  });

  test('Chinese and Japanese words are found where no space parts them', () => {
    expect(marked('新しい東京駅と京都', word('東', '京'))).toEqual(['東京']);
    expect(marked('서울역', word('서', '울'))).toEqual(['서울']);
  });

  test('no words mark nothing', () => {
    expect(marked('anything', { words: [], isPrefix: true })).toEqual([]);
  });
});
