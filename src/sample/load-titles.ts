/** All titles of the sample edition, read from their files. */

import { readdirSync, readFileSync } from 'node:fs';
import { readTitleFile } from './read-title-file.ts';
import type { SampleTitle } from './sample-title.ts';

/** Where the sample lies when the sources run as they are; a packaged app passes its own. */
export const sampleFolder = new URL('../../resources/sample/', import.meta.url);

/** In the files' order, that is by slug. Costs some 30 ms. */
export function loadTitles(startedAt: number, folder: URL = sampleFolder): SampleTitle[] {
  const titlesFolder = new URL('titles/', folder);
  return readdirSync(titlesFolder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readTitleFile(name.slice(0, -3), readFileSync(new URL(name, titlesFolder), 'utf8'), startedAt));
}
