import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStates, wordDiff } from './revisions.ts';

const severity = (before: string, after: string, titles: [string, string] = ['Wall', 'Wall']): string | undefined =>
  compareStates({ title: titles[0], text: before }, { title: titles[1], text: after })?.severity;

describe('how much an edit matters', () => {
  it.each([
    ['The council voted.', 'The council voted.', undefined],
    ['The council  voted.', 'The council voted. ', undefined],
    ['The council, voted.', 'The Council voted', 'trifle'],
    ['The council voted quickly.', 'The council voted in haste.', 'wording'],
    ['It cost 9 million.', 'It cost 90 million.', 'serious'],
    ['Ten were hurt.', 'Twelve were hurt.', 'serious'],
    ['He did say so.', 'He did not say so.', 'serious'],
    ['It was opened by Kim Ode.', 'It was opened by Kim Abel.', 'serious'],
    ['He said he was sure.', 'He said: “I am sure.”', 'serious'],
    ['墙要重建。', '墙不要重建。', 'serious'],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(severity(before, after)).toBe(expected);
  });

  it('another word in the headline is always serious, another comma is not', () => {
    expect(severity('x', 'x', ['Wall falls', 'Wall stands'])).toBe('serious');
    expect(severity('x', 'x', ['Wall, falls', 'Wall falls'])).toBe('trifle');
  });
});

describe('the word diff', () => {
  it('shows only the words that changed', () => {
    expect(wordDiff('The wall fell on Monday.', 'The wall fell on Tuesday.')).toEqual([
      { kind: 'same', text: 'The wall fell on ' },
      { kind: 'removed', text: 'Monday' },
      { kind: 'added', text: 'Tuesday' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('both texts can be read back from it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '港', ',', '\n'), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordDiff(before, after);
        const side = (without: string): string =>
          changes
            .filter(({ kind }) => kind !== without)
            .map((change) => change.text)
            .join('');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });
});
