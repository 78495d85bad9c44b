import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insidePath } from './inside-path.ts';

const systems = [
  { name: 'posix', system: posix, folder: '/home/anna/Papers', below: '/home/anna/Papers/media/ab/x.png' },
  {
    name: 'win32',
    system: win32,
    folder: 'C:\\Users\\anna\\Papers',
    below: 'C:\\Users\\anna\\Papers\\media\\ab\\x.png',
  },
] as const;

const outside = [
  // upwards
  '..',
  '../x',
  'media/../../x',
  'media/..',
  'aaaaaaaaa../x',
  '.../x',
  '..\\x',
  'media\\..\\..\\x',
  'media/..\\..\\x',
  '%2e%2e/x',
  '..%2fx',
  '．．/x',
  '‥/x',
  // from the top
  '/etc/passwd',
  '//server/share/x',
  '\\\\server\\share\\x',
  '\\\\?\\C:\\x',
  '\\x',
  'C:\\x',
  'C:x',
  'c:/x',
  'file:///etc/passwd',
  '~/x',
  '$HOME/x',
  '%APPDATA%/x',
  // devices of Windows, with any ending and in any case
  'con',
  'CON',
  'nul',
  'NUL.txt',
  'nul.txt',
  'aux.tar.gz',
  'prn/x',
  'com1',
  'com9.db',
  'lpt1.png',
  'media/nul',
  'conin$',
  'com¹',
  // names that Windows takes for another, or for a part of a file
  'x.',
  'x..',
  'x ',
  ' x',
  'restore.json.',
  'restore.json ',
  'restore.json:stream',
  'x::$DATA',
  'media./x',
  'media /x',
  'LIBRA~1.DB',
  'x*',
  'x?',
  'x|y',
  'x<y',
  'x"y',
  // names that differ from ours by case or by a letter that looks like ours
  'Restore.json',
  'LIBRARY.DB',
  'reſtore.json',
  'ｒestore.json',
  'media/éa',
  'restore.json\u200b',
  '\u202egnp.x',
  // nothing, hidden, and control characters
  '',
  '.',
  './x',
  'media/./x',
  'media//x',
  'media/',
  '.bashrc',
  '.config/autostart/x',
  'x\0.png',
  'x\n',
  'x\r',
  'x\t',
  '\x7fx',
  // too much of it
  'x'.repeat(300),
  'a/'.repeat(40).slice(0, -1),
];

describe.each(systems)('a path from outside, on $name', ({ system, folder, below }) => {
  it('of our own kind has its place in the folder', () => {
    expect(insidePath(folder, 'media/ab/x.png', system)).toBe(below);
    for (const own of [
      'library-before-restore-1769000000000.db',
      'library.db-wal',
      'backups/daily-2026-11-30.db',
      'article_index.x',
    ])
      expect(insidePath(folder, own, system), own).toBeDefined();
  });

  it.each(outside)('%j has no place', (path) => {
    expect(insidePath(folder, path, system)).toBeUndefined();
  });
});
