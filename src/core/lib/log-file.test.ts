import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-library.ts';
import { logFile } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const place = () => join(folder, 'logs', 'broadsheet.log');
const written = (): string => readFileSync(place(), 'utf8');
const open = (options: { verbose?: boolean; echo?: (line: string) => void; mostBytes?: number } = {}) =>
  logFile({ libraryFolder: () => folder, verbose: false, ...options });

test('a line has its time, its process, what happened, and facts as JSON', () => {
  open().log('slow call', { name: 'articles.list', ms: 61 });
  expect(written()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z \d+ slow call \{"name":"articles\.list","ms":61\}\n$/);
});

test('what only a developer asks for is written when it is asked for', () => {
  open().log('call', { name: 'a' }, 'whenVerbose');
  const lines: string[] = [];
  open({ verbose: true, echo: (line) => lines.push(line) }).log('call', { name: 'b' }, 'whenVerbose');
  expect(written()).toMatch(/^\S+ \d+ call \{"name":"b"\}\n$/);
  expect(lines).toEqual([written().trimEnd()]);
});

test.skipIf(process.platform === 'win32')('the log is its owner’s alone', () => {
  open().log('started');
  expect([join(folder, 'logs'), place()].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
});

test('a log that has grown is put behind a new one, and the third is dropped', () => {
  const { log } = open({ mostBytes: 2_000 });
  for (let n = 0; n < 400; n += 1) log('line', { n });
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['broadsheet.1.log', 'broadsheet.2.log', 'broadsheet.log']);
  for (const name of readdirSync(join(folder, 'logs')))
    expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(2_200);
  log('line', { n: 400 });
  expect(written()).toContain('{"n":400}');
});

test('a crash is written with its stack, and a sentence says where', () => {
  const sentence = open().recordCrash(new TypeError('no such thing'));
  expect(sentence).toContain(`What happened is written in ${place()}.`);
  expect(written()).toMatch(/ crash \{"error":"TypeError: no such thing\\n +at .*log-file\.test\.ts/);
});

test('a crash in a folder that is not there is told without a place', () => {
  folder = join(folder, 'not-there');
  expect(open().recordCrash(new Error('x'))).toBe(
    'Broadsheet met an error of its own and had to end. Your library is as it was. Start it again.',
  );
});

describe('what a reader may not want to hand on', () => {
  it.each([
    ['an article', () => JSON.parse('The minister resigned')],
    ['a login', () => new URL('/x', 'https://anna:key-4711@feeds.example.org:99999/private?token=t0ken')],
    ['a text in quotes', () => Promise.reject(new Error('“The minister resigned” is no "title of a feed"'))],
    ['a private address', () => Promise.reject(new Error('GET https://example.org/private/token-t0ken failed'))],
    ['the home folder', () => Promise.reject(new Error(`no ${join(homedir(), 'x')}`))],
  ])('%s stays out of the log', async (_, act) => {
    const { log, recordCrash } = open();
    try {
      await act();
    } catch (error) {
      recordCrash(error);
      log('call failed', { stack: error instanceof Error ? error.stack : '' });
    }
    expect(written().split('\n')).toHaveLength(3);
    expect(written()).not.toMatch(/minister|anna|4711|t0ken|title of/);
    expect(written()).not.toContain(homedir() === '/' ? '\0' : `no ${homedir()}`);
  });
});

describe('a log that is not ours to write', () => {
  const victim = (): string => {
    const file = join(temporaryFolder(), 'letter.txt');
    writeFileSync(file, 'Dear all');
    return file;
  };

  it('is left alone: a link, a second name of another file, a folder that is a link', () => {
    const letter = victim();
    mkdirSync(join(folder, 'logs'));
    symlinkSync(letter, place());
    open().log('started');
    folder = temporaryFolder();
    mkdirSync(join(folder, 'logs'));
    linkSync(letter, place());
    open().log('started');
    const elsewhere = temporaryFolder();
    folder = temporaryFolder();
    symlinkSync(elsewhere, join(folder, 'logs'));
    open().log('started');
    expect(readFileSync(letter, 'utf8')).toBe('Dear all');
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});
