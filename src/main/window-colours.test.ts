import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { windowColours } from './window-colours.ts';

const tokens = readFileSync(new URL('../renderer/styles/tokens.css', import.meta.url), 'utf8');

/** The value of a token in the block of a theme. */
function token(theme: 'light' | 'dark' | 'paper', name: string): string | undefined {
  const start = theme === 'light' ? ':root {' : `:root[data-theme="${theme}"] {`;
  const block = tokens.slice(tokens.indexOf(start)).split('}')[0] ?? '';
  return new RegExp(`${name}:\\s*(#[0-9a-f]{6})`).exec(block)?.[1];
}

test.each(['light', 'dark', 'paper'] as const)('the system draws the bar in the colours of the %s theme', (theme) => {
  expect(windowColours(theme, { prefersDark: false })).toEqual({
    bar: token(theme, '--bg-chrome'),
    ink: token(theme, '--ink-1'),
    page: token(theme, '--bg-page'),
  });
});

test('the theme of the system is light or dark', () => {
  const dark = windowColours('dark', { prefersDark: false });
  expect(windowColours('system', { prefersDark: true })).toEqual(dark);
  expect(windowColours('system', { prefersDark: false })).not.toEqual(dark);
});
