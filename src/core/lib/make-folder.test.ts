import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

test('missing folders above are made, and a folder that is there is left as it is', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'broadsheet-folder-')), 'one', 'two');
  makeFolder(folder);
  makeFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test('a place that can hold no folder is an error, not a wait without end', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'broadsheet-folder-')), 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(join(file, 'below'))).toThrow();
});

test.runIf(existsSync('/proc/self'))('a folder in a system without folders to give is an error', () => {
  expect(() => makeFolder('/proc/nowhere/below')).toThrow('ENOENT');
});
