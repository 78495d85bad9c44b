import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';

const now = Date.UTC(2026, 10, 24, 9);
const read = (query: string) => parseQuery(query, now);
const printed = (query: string) => printQuery(read(query).tree);
const reasons = (query: string) => read(query).ignored.map((part) => `${part.at} ${part.text}`);

const pieces = fc.constantFrom(
  ...'flood "the fund" flo* NEAR(flood "big fund",3) NEAR(a OR AND NOT - -- ( ) " , * ** title:flood,fund author:"A B" title:(a,b c) source:"Lumen Science",x feed:'.split(
    ' ',
  ),
  'folder:Science',
  'is:unread,wrong',
  'IS:Starred',
  'has:picture',
  'lang:EN-gb',
  'after:2025-02-30',
  'date:2025-01..2025-03',
  'last:7d',
  'search:"saved name"',
  'story:12',
  'site:https://www.example.org/a',
  'tag:a,b',
  'title:-x',
  'ÄRGER',
  '港の壁',
  'don’t',
  'a:b',
  '“curly one”',
  '-(',
  '\u0000',
  '\ud800',
);

describe('the query language', () => {
  it('printed and read again gives the same tree, whatever was typed', () => {
    const anything = fc.oneof(
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 })
        .map((list) => list.join(' ')),
      fc.array(pieces, { maxLength: 10 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(anything, (query) => {
        const { tree } = read(query);
        expect(read(printQuery(tree)).tree).toEqual(tree);
        expect(read(printQuery(tree)).ignored).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('knows words, phrases, prefixes, brackets, OR and minus', () => {
    expect(read('flood "the fund" pos* -(a OR b)').tree).toEqual({
      kind: 'and',
      parts: [
        { kind: 'text', text: 'flood', form: 'word' },
        { kind: 'text', text: 'the fund', form: 'phrase' },
        { kind: 'text', text: 'pos', form: 'prefix' },
        {
          kind: 'not',
          part: {
            kind: 'or',
            parts: [
              { kind: 'text', text: 'a', form: 'word' },
              { kind: 'text', text: 'b', form: 'word' },
            ],
          },
        },
      ],
    });
    expect(read('a b OR c').tree).toMatchObject({ kind: 'or', parts: [{ kind: 'and' }, { text: 'c' }] });
  });

  it('takes a comma after an operator for or, and feed: for source:', () => {
    expect(read('feed:"Lumen Science",Orchard').tree).toEqual({
      kind: 'filter',
      operator: 'source',
      values: ['Lumen Science', 'Orchard'],
    });
    expect(printed('title:a,"b c"')).toBe('title:a OR title:"b c"');
    expect(read('has:picture').tree).toMatchObject({ values: ['image'] });
  });

  it('takes curly quotation marks for straight ones, and words with a colon for words', () => {
    expect(printed('“the fund”')).toBe('"the fund"');
    expect(read('http://example.org/a').tree).toMatchObject({ kind: 'text', text: 'http://example.org/a' });
  });

  it('searches for the good parts and says where and why it ignored the others', () => {
    expect(printed('flood is:wrong after:2025-02-30 ) fund')).toBe('flood fund');
    expect(reasons('flood is:wrong after:2025-02-30 ) fund')).toEqual(['9 wrong', '15 after:2025-02-30', '32 )']);
    expect(printed('is:wrong,unread')).toBe('is:unread');
    expect(printed('"flood fund')).toBe('"flood fund"');
    expect(printed('((flood')).toBe('flood');
    expect(printed('OR flood OR')).toBe('flood');
    expect(printed('NEAR(flood)')).toBe('"flood"');
    expect(reasons('source:')).toEqual(['0 source:']);
    expect(reasons('a - b')).toEqual(['2 -']);
    expect(printed('a* bc*')).toBe('a bc*');
  });

  it('holds nonsense to an answer: quotes, brackets, length, torn letters, stars', () => {
    for (const query of [
      '"',
      '""',
      '(((',
      ')))',
      '*',
      '***',
      '-',
      '-*',
      '\u0000',
      '\ud800\udc00\ud800',
      '";drop table article;--',
      '(" OR *',
    ])
      expect(read(query).tree === undefined || printed(query).length > 0).toBe(true);
    expect(read('('.repeat(10_000)).tree).toBeUndefined();
    expect(read('x'.repeat(10_000)).ignored[0]?.why).toMatch(/too long/);
    const many = read('flood '.repeat(1_600));
    expect(many.tree).toEqual({ kind: 'text', text: 'flood', form: 'word' });
    expect(many.ignored).toHaveLength(50);
  });

  it('knows the parts of a query with their places', () => {
    const query = '-source:Orchard flood';
    expect(read(query).parts).toEqual([
      {
        at: 0,
        end: 15,
        text: '-source:Orchard',
        kind: 'chip',
        isNegated: true,
        operator: 'source',
        values: ['Orchard'],
      },
      { at: 16, end: 21, text: 'flood', kind: 'word', isNegated: false },
    ]);
  });

  it('takes a word at the very end for one that may go on, unless a space, a quotation mark or a minus says otherwise', () => {
    expect(read('grid stor').openWord?.text).toBe('stor');
    for (const query of ['grid stor ', '"stor"', '-stor', 's', 'stor*']) expect(read(query).openWord).toBeUndefined();
  });
});
