import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWritable } from '../core/store/open.ts';
import { temporaryLibrary } from '../testing/temporary-library.ts';
import { mustBeOk, testCore } from '../testing/test-core.ts';
import { storedMedia } from './stored-media.ts';

const url = 'https://courier.example/a.png';
const hash = 'ab12'.padEnd(64, '0');
const ours = `media/ab/12/${hash}.png`;

/** A library that says it has stored the picture there. */
async function libraryWith(path: string, mimeType = 'image/png') {
  const { db, folder } = temporaryLibrary();
  db.close();
  mkdirSync(join(folder, 'media', 'ab', '12'), { recursive: true });
  writeFileSync(join(folder, ours), 'a picture');
  const again = mustBeOk(openWritable(folder));
  again.run(
    `INSERT INTO media (url, path, hash, mime_type, size_bytes, fetched_at, used_at)
     VALUES (:url, :path, :hash, :mimeType, 9, :now, :now)`,
    { url, path, hash, mimeType, now: Date.now() },
  );
  again.close();
  return testCore({ libraryFolder: folder });
}

test('a picture of the library is found in its folder', async () => {
  const { core, folder } = await libraryWith(ours);
  expect(await storedMedia(core, { url, libraryFolder: folder })).toEqual({
    path: join(folder, ours),
    contentType: 'image/png',
  });
});

test('a library that names a file elsewhere as a picture, wherever it came from, gets nothing read from there', async () => {
  const { core, folder } = await libraryWith('../../../../../../etc/hostname');
  expect(await storedMedia(core, { url, libraryFolder: folder })).toBeUndefined();
});
