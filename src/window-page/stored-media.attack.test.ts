/** A library from somebody else names files as its pictures. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { storedMedia } from './stored-media.ts';

const url = 'https://courier.example/a.png';
const hash = 'ab12'.padEnd(64, '0');
const ours = `media/ab/12/${hash}.png`;

/** What the window's page would be given, were the core to believe the row. */
function asked(libraryFolder: string, path: string, mimeType = 'image/png') {
  const core = { call: async () => ({ ok: true, value: { path, mimeType, sizeBytes: 1, hash } }) as const };
  return storedMedia(core, { url, libraryFolder });
}

test('only a path of our own kind and the type of a picture, sound or film is sent', async () => {
  const folder = temporaryFolder();
  mkdirSync(dirname(join(folder, ours)), { recursive: true });
  writeFileSync(join(folder, ours), 'a picture');
  writeFileSync(join(folder, 'library.db'), 'secret');
  expect(await asked(folder, ours)).toBeDefined();
  for (const path of [
    'library.db',
    'media/../library.db',
    'media/ab/12/../../../library.db',
    ours.toUpperCase(),
    ours.replaceAll('/', '\\'),
    `${ours}.`,
    `${ours}:x`,
    `./${ours}`,
    join(folder, ours),
    ours.replace('media/ab', 'media/cd'),
  ])
    expect(await asked(folder, path), path).toBeUndefined();
  for (const type of ['text/html', 'image/png\r\nx: y', 'IMAGE/PNG; charset=x', 'application/javascript', ''])
    expect(await asked(folder, ours, type), type).toBeUndefined();
});

test('neither a link nor a pipe is sent, nor anything from behind a folder that is a link', async () => {
  const victim = join(temporaryFolder(), 'letter.txt');
  writeFileSync(victim, 'Dear all');
  const makers: ((folder: string) => void)[] = [
    (folder) => {
      mkdirSync(dirname(join(folder, ours)), { recursive: true });
      symlinkSync(victim, join(folder, ours));
    },
    (folder) => {
      mkdirSync(dirname(join(folder, ours)), { recursive: true });
      execFileSync('mkfifo', [join(folder, ours)]);
    },
    (folder) => {
      const elsewhere = temporaryFolder();
      mkdirSync(join(elsewhere, '12'));
      writeFileSync(join(elsewhere, '12', `${hash}.png`), 'elsewhere');
      mkdirSync(join(folder, 'media'));
      symlinkSync(elsewhere, join(folder, 'media', 'ab'));
    },
  ];
  for (const make of makers) {
    const folder = temporaryFolder();
    make(folder);
    expect(await asked(folder, ours)).toBeUndefined();
  }
});
