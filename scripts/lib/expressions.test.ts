import { describe, expect, it } from 'vitest';
import { expressionsIn } from './expressions.mjs';
import { troubleWith } from './judge-expression.mjs';

const sourcesIn = (text: string): string[] =>
  expressionsIn('a.ts', text).map(({ source, flags }) => `/${source}/${flags}`);

describe('the regular expressions of a source', () => {
  it('are found as literals, and where they are put together of constants', () => {
    expect(
      sourcesIn(`
        const word = 'ab+';
        const one = /a\\/b/gi;
        const two = new RegExp(\`^\${word}\${unknown}\`, 'u');
        const three = RegExp(['x', word].join('|') + one.source);
      `),
    ).toEqual(['/a\\/b/gi', '/^ab+x/u', '/x|ab+a\\/b/']);
  });

  it('are no comments, strings or divisions', () => {
    expect(sourcesIn(`const a = 1 / 2 / 3; // /x+/\nconst b = '/y+/';`)).toEqual([]);
  });
});

describe('an expression', () => {
  it.each([
    ['that can read a space in two ways, under a star', String.raw`^(?:\s|\u00a0)*x`, ''],
    ['that can part a run in many ways', '^(?:a+)+$', ''],
    ['that begins anew at each character of a run', String.raw`\s+$`, ''],
  ])('%s is found', async (_what, source, flags) => {
    expect(await troubleWith(source, flags)).toContain('time, for instance with');
  });

  it.each([
    ['a star over what is read in one way', String.raw`^(?:\s|&nbsp;)*x`, ''],
    ['a run that begins where nothing of it stands before', String.raw`(?<!\s)\s+$`, ''],
    ['a sticky one', String.raw`\s*<`, 'y'],
    ['a class with something taken out of it', String.raw`[\p{Cc}--[\t\n]]`, 'gv'],
  ])('is safe: %s', async (_what, source, flags) => {
    expect(await troubleWith(source, flags)).toBeUndefined();
  });
});
