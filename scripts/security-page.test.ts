import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8');

test('every row of the page on security names a test, and each of them is there', () => {
  const rows = page.split('\n').filter((line) => /^\|(?!---| they want)/.test(line));
  const named = rows.map((row) => [...row.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/g)].map(([, path = '']) => path));
  expect(rows.filter((_, at) => named[at]?.length === 0)).toEqual([]);
  expect(named.flat().filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
});
