import { describe, expect, it } from 'vitest';
import { completionPlace } from './completion-place.ts';
import { editQuery } from './edit-query.ts';

const now = Date.UTC(2026, 10, 24, 9);
const edit = (query: string, operator: string, value: string | null, on = true) =>
  editQuery(query, { operator, value, on }, now);

describe('narrowing a query by a click', () => {
  it('adds a facet, widens it by a second value, and takes each away again', () => {
    const once = edit('grid storage', 'source', 'Lumen Science');
    expect(once).toBe('grid storage source:"Lumen Science"');
    const twice = edit(once, 'source', 'Orchard');
    expect(twice).toBe('grid storage source:"Lumen Science",Orchard');
    expect(edit(twice, 'source', 'orchard')).toBe(twice);
    expect(edit(edit(twice, 'source', 'lumen science', false), 'source', 'Orchard', false)).toBe('grid storage');
    expect(edit(twice, 'source', null)).toBe('grid storage');
  });

  it('keeps what was typed, also when it must go into brackets', () => {
    expect(edit('flood OR storm', 'is', 'unread')).toBe('(flood OR storm) is:unread');
    expect(edit('', 'lang', 'de')).toBe('lang:de');
    expect(edit('-flood', 'author', 'Petra Osei-Lind')).toBe('-flood author:"Petra Osei-Lind"');
  });

  it('a range dragged on the histogram takes the place of every other date', () => {
    expect(edit('flood last:7d after:2025', 'date', '2025-01-02..2025-03-04')).toBe(
      'flood date:2025-01-02..2025-03-04',
    );
    expect(edit('flood date:2025-01-02..2025-03-04', 'date', null)).toBe('flood');
  });

  it('leaves the query as it is for values that mean nothing', () => {
    expect(edit('flood', 'is', 'lost')).toBe('flood');
    expect(edit('flood', 'date', '2025-02-30')).toBe('flood');
  });
});

describe('the place where a query is completed', () => {
  it('is an operator at the beginning of a word', () => {
    expect(completionPlace('flood so', 8)).toEqual({ from: 6, to: 8, operator: undefined, typed: 'so' });
  });

  it('is a value after an operator, a comma or an open quotation mark', () => {
    expect(completionPlace('source:Lu', 9)).toMatchObject({ from: 7, operator: 'source', typed: 'Lu' });
    expect(completionPlace('source:Lumen,Or flood', 15)).toMatchObject({
      from: 13,
      to: 15,
      operator: 'source',
      typed: 'Or',
    });
    expect(completionPlace('flood source:"Lumen Sc', 22)).toMatchObject({
      from: 13,
      operator: 'source',
      typed: 'Lumen Sc',
    });
    expect(completionPlace('source:"Lumen Science" fl', 25)).toMatchObject({ operator: undefined, typed: 'fl' });
  });
});
