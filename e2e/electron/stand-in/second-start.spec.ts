/** What only the stand-in can stage: the lock that another process holds. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { launchStandIn } from '../../support/launch-stand-in.ts';

const main = fileURLToPath(new URL('../../../out/main/index.js', import.meta.url));

test('while the app runs, a second start ends at once and leaves the library alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-second-'));
  const args = [`--user-data-dir=${join(folder, 'user-data')}`, '--library', join(folder, 'library')];
  await expect(launchStandIn({ main, args, env: { STAND_IN_LOCK: 'taken' } })).rejects.toThrow(
    /The main process ended with 0: *$/,
  );
  expect(await readdir(folder)).not.toContain('library');
  await rm(folder, { recursive: true });
});
