import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { batchesOf } from './lines-of-file.ts';

async function batchesIn(file: string) {
  const batches = [];
  for await (const batch of batchesOf(file)) batches.push(batch);
  return batches;
}

describe('The file of an archive', () => {
  it('without a line’s end is given up', async () => {
    await expect(batchesIn('/dev/zero')).rejects.toThrow();
  });

  it('comes in batches of a size that memory has room for, with the number of each line', async () => {
    const file = join(temporaryFolder(), 'long.ndjson');
    writeFileSync(file, `${'x'.repeat(9_000_000)}\r\n${'y\n'.repeat(501)}z`);
    const batches = await batchesIn(file);
    expect(batches.map(({ firstLine, lines }) => [firstLine, lines.length])).toEqual([
      [1, 1],
      [2, 500],
      [502, 2],
    ]);
    expect(batches[2]?.lines).toEqual(['y', 'z']);
  });
});
