import { expect, it } from 'vitest';
import { newestVersion } from './migrate.ts';
import { sumOfVersion } from './own-schema.ts';
import { schemaSums } from './schema-sums.ts';

it('The sum of each version’s schema is that of what its migrations make', () => {
  const versions = Array.from({ length: newestVersion }, (_, n) => n + 1);
  // a new migration has its line in schema-sums.ts: the one that is expected here
  expect(schemaSums).toEqual(Object.fromEntries(versions.map((version) => [version, sumOfVersion(version)])));
});
