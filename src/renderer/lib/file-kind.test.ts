import { expect, test } from 'vitest';
import { fileKind } from './file-kind.ts';

test('a file is called by the name that readers know, whatever stands beside its type', () => {
  expect(fileKind('audio/mpeg')).toBe('MP3');
  expect(fileKind('Application/PDF; version=1.7')).toBe('PDF');
});

test('a kind without such a name is not named', () => {
  expect(fileKind('application/vnd.unheard-of')).toBe('');
  expect(fileKind(null)).toBe('');
});
