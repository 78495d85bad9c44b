/** Where the sample edition of a library keeps its start: beside it, so that a look at the folder tells whether there is one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const sampleNoteName = 'sample.json';

/** True when this library has had the sample edition open before. */
export function hasSample(libraryFolder: string): boolean {
  return existsSync(join(libraryFolder, sampleNoteName));
}
