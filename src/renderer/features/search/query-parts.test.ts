import { describe, expect, test } from 'vitest';
import { carryOver, type ParsedText, type QueryPart, segmentsOf } from './query-parts.ts';

function part(text: string, at: number, kind: QueryPart['kind'], operator?: string): QueryPart {
  return { at, end: at + text.length, text, kind, isNegated: text.startsWith('-'), ...(operator ? { operator } : {}) };
}

/** 'kind:text' of each segment, with signs in [ ] and mistakes in { }. */
function drawn(parsed: ParsedText): string[] {
  return segmentsOf(parsed).map(({ kind, pieces }) => {
    const text = pieces.map((piece) => {
      const sign = piece.isSign ? `[${piece.text}]` : piece.text;
      return piece.isWrong ? `{${sign}}` : sign;
    });
    return `${kind}|${text.join('')}`;
  });
}

const query = '"grid storage" OR batter* section:science -phone';
const parsed: ParsedText = {
  query,
  parts: [
    part('"grid storage"', 0, 'phrase'),
    part('OR', 15, 'or'),
    part('batter*', 18, 'prefix'),
    part('section:science', 26, 'chip', 'section'),
    part('-phone', 42, 'word'),
  ],
  ignored: [],
};

describe('the query as it is drawn', () => {
  test('quotes, operators, stars and minuses are signs; the spaces between parts belong to none', () => {
    expect(drawn(parsed)).toEqual([
      'phrase|["]grid storage["]',
      'null| ',
      'or|[OR]',
      'null| ',
      'prefix|batter[*]',
      'null| ',
      'chip|[section:]science',
      'null| ',
      'word|[-]phone',
    ]);
  });

  test('no letter is lost or doubled, whatever the parts are', () => {
    const odd = { query: 'a (b:c', parts: [part('a (', 0, 'word'), part('(b', 2, 'bracket'), part('zzzz', 5, 'word')] };
    const text = segmentsOf({ ...odd, ignored: [{ text: '(', at: 2, why: '' }] }).flatMap(({ pieces }) => pieces);
    expect(text.map((piece) => piece.text).join('')).toBe('a (b:c');
  });

  test('a mistake is underlined inside a chip whose other values are good', () => {
    const text = 'is:unread,shiny';
    const chip = part(text, 0, 'chip', 'is');
    expect(drawn({ query: text, parts: [chip], ignored: [{ text: 'shiny', at: 10, why: 'no' }] })).toEqual([
      'chip|[is:]unread,{shiny}',
    ]);
  });
});

describe('while the next letter is being taken apart', () => {
  test('chips before the change stay as they are', () => {
    const next = carryOver(parsed, `${query} tide`);
    expect(next.parts.map(({ text }) => text)).toEqual(parsed.parts.map(({ text }) => text));
  });

  test('chips after the change move with their text', () => {
    const next = carryOver(parsed, `tide ${query}`);
    expect(next.parts.at(-1)).toMatchObject({ at: 47, text: '-phone' });
  });

  test('a chip that is being changed is plain text until it is understood again', () => {
    const next = carryOver(parsed, query.replace('science', 'scence'));
    expect(next.parts.map(({ text }) => text)).toEqual(['"grid storage"', 'OR', 'batter*', '-phone']);
  });
});
