import { describe, expect, test } from 'vitest';
import { type CopyCandidate, groupNearCopies } from './near-copies.ts';

const wire =
  'Delegates from eleven ports signed an accord in Eastbank late on Monday. Each harbour will pay a levy by tonnage. The wetlands behind the wall will be restored first. Works are due to begin in spring.';

function copy(id: string, at: number, text: string, title = 'Eleven ports sign accord in Eastbank'): CopyCandidate {
  return { id, at, title, text, language: 'en' };
}

describe('near-copies', () => {
  test('agency text in eight papers is one group, and the earliest is shown', () => {
    const papers = Array.from({ length: 8 }, (_, index) => copy(`paper${index}`, 100 - index, wire));
    const groups = groupNearCopies(papers);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.shown).toBe('paper7');
    expect(groups[0]?.copies).toHaveLength(7);
  });

  test('a copy tells the sentences it added', () => {
    const added = 'The mayor of Tarnmouth called it a late spring.';
    const [group] = groupNearCopies([copy('first', 1, wire), copy('second', 2, `${wire} ${added}`)]);
    expect(group?.copies).toEqual([{ id: 'second', added: [added] }]);
  });

  test('two reports of one event in their own words are no copies', () => {
    const own = 'Port mayors left smiling after a year of talks ended with a deal on who pays for sea defences.';
    expect(groupNearCopies([copy('a', 1, wire), copy('b', 2, own, 'Mayors smile as talks end')])).toHaveLength(2);
  });

  test('short equal headlines without text are no copies: too little to tell', () => {
    expect(groupNearCopies([copy('a', 1, '', 'Rain expected'), copy('b', 2, '', 'Rain expected')])).toHaveLength(2);
  });

  test('1,000 identical articles are one group with nothing added', () => {
    const [group, ...rest] = groupNearCopies(
      Array.from({ length: 1_000 }, (_, index) => copy(`c${index}`, index, wire)),
    );
    expect(rest).toEqual([]);
    expect(group?.copies).toHaveLength(999);
    expect(group?.copies.every(({ added }) => added.length === 0)).toBe(true);
  });

  test('a malformed language tag does not stop the sentences being told', () => {
    const [group] = groupNearCopies([
      { ...copy('a', 1, wire), language: 'english!' },
      { ...copy('b', 2, `${wire} One more line was added here.`), language: 'x-_-' },
    ]);
    expect(group?.copies[0]?.added).toEqual(['One more line was added here.']);
  });
});
