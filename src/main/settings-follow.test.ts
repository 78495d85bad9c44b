import { expect, test } from 'vitest';
import { openWritable } from '../core/store/open.ts';
import { temporaryLibrary } from '../testing/temporary-library.ts';
import { mustBeOk, testCore } from '../testing/test-core.ts';
import { followSettings } from './settings-follow.ts';

test('a setting that another version has stored and this one does not know keeps no window from opening', async () => {
  const { db, folder } = temporaryLibrary();
  db.close();
  const again = mustBeOk(openWritable(folder));
  again.exec(`INSERT INTO setting (name, value) VALUES ('theme', '"neon"'), ('density', '"compact"')`);
  again.close();
  const { core } = await testCore({ libraryFolder: folder });
  const { current } = await followSettings(core);
  expect(current()).toMatchObject({ theme: 'system', density: 'compact' });
});
