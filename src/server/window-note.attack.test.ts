import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { readWindowNote, writeWindowNote } from './window-note.ts';

const note = { port: 41_234, sessions: [{ hash: 'a'.repeat(64), usedAt: Date.now() }] };
const fileIn = (folder: string) => join(folder, 'browser-window.json');

test('a note is read again in the folder that it was written in', () => {
  const folder = temporaryFolder();
  writeWindowNote(folder, note);
  expect(readWindowNote(folder)).toEqual(note);
});

test('a session that came with a copied or a stranger’s library lets nobody in', () => {
  const folder = temporaryFolder();
  writeWindowNote(folder, note);
  const copy = join(temporaryFolder(), 'library');
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  expect(readWindowNote(copy)).toBeUndefined();
});

test.each([
  '',
  'null',
  '[]',
  '{"port":1}',
  '{"port":0,"sessions":[]}',
  '{"port":80,"sessions":[{"hash":"x","usedAt":0}]}',
])('a note of %s is as good as none', (text) => {
  const folder = temporaryFolder();
  writeFileSync(fileIn(folder), text);
  expect(readWindowNote(folder)).toBeUndefined();
});

test('a note that says more than we write is not believed', () => {
  const folder = temporaryFolder();
  writeWindowNote(folder, note);
  const said = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
  writeFileSync(fileIn(folder), JSON.stringify({ ...said, also: 1 }));
  expect(readWindowNote(folder)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('a link in the place of the note is neither read nor written through', () => {
  const folder = temporaryFolder();
  const target = join(temporaryFolder(), 'target');
  writeFileSync(target, 'theirs');
  symlinkSync(target, fileIn(folder));
  expect(readWindowNote(folder)).toBeUndefined();
  writeWindowNote(folder, note);
  expect(readFileSync(target, 'utf8')).toBe('theirs');
  expect(readWindowNote(folder)).toEqual(note);
});

test('where no note can be written the start goes on without', () => {
  const folder = temporaryFolder();
  mkdirSync(fileIn(folder));
  writeWindowNote(folder, note);
  expect(readWindowNote(folder)).toBeUndefined();
});
