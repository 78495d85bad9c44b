/** The core's door. A shell gives it a folder and its worker files, and gets one function to call and one to listen. */
import type { parseFeed as parse } from './feeds/parse-feed.ts';
import type { extractArticle as extract } from './reading/extract-article.ts';

export { listBackups } from './engine/backup-files.ts';
export type { Core, CoreOptions } from './engine/core-options.ts';
export { createCore } from './engine/create-core.ts';
export { openAtStart, type StartedCore } from './engine/open-at-start.ts';
export { restoreLibrary } from './engine/restore-backup.ts';
export { countedBackups } from './engine/start-tasks.ts';
export type { ParsedArticle, ParsedFeed } from './feeds/parsed-feed.ts';
export { defaultLibraryFolder } from './lib/default-library.ts';
export { nodeWorkers } from './lib/node-workers.ts';
export { programVersion } from './lib/version.ts';

/** As feeds/parse-feed.ts has it; loaded when first wanted, since a window's own process never parses. */
export async function parseFeed(...input: Parameters<typeof parse>): ReturnType<typeof parse> {
  const { parseFeed: loaded } = await import('./feeds/parse-feed.ts');
  return loaded(...input);
}

/** As reading/extract-article.ts has it; loaded when first wanted. */
export async function extractArticle(...input: Parameters<typeof extract>): ReturnType<typeof extract> {
  const { extractArticle: loaded } = await import('./reading/extract-article.ts');
  return loaded(...input);
}
