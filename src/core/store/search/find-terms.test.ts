import { describe, expect, it } from 'vitest';
import { finderOf, foldText } from './find-terms.ts';

function found(text: string, words: readonly string[], isPrefix = false): string[] {
  const { folded, placeOf } = foldText(text);
  const hits = finderOf([{ words, isPrefix }])(folded);
  return Array.from({ length: hits.length / 2 }, (_, at) =>
    text.slice(placeOf(hits[at * 2] ?? 0), placeOf(hits[at * 2 + 1] ?? 0)),
  );
}

describe('finding words as the index does', () => {
  it('finds whole words in any case and with any accents, at their place in the text', () => {
    expect(found('Müller, MULLER and Müllers', ['muller'])).toEqual(['Müller', 'MULLER']);
    expect(found('İstanbul naïveté', ['naivete'])).toEqual(['naïveté']);
    expect(found('a𠮷b 野', ['野'])).toEqual(['野']);
  });

  it('a beginning takes the rest of its word', () => {
    expect(found('flood floods flooding aflood', ['floo'], true)).toEqual(['flood', 'floods', 'flooding']);
  });

  it('a phrase may have signs between its words, and no other word', () => {
    expect(found('grid-storage, grid “storage” and grid of storage', ['grid', 'storage'])).toEqual([
      'grid-storage',
      'grid “storage',
    ]);
    expect(found('港\u200B町\u200Bの', ['港', '町'])).toEqual(['港\u200B町']);
  });
});
