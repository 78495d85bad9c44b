/** The core's door. A shell gives it a folder and its worker files, and gets one function to call and one to listen. */
import type { createCore as create } from './engine/create-core.ts';
import type { openAtStart as openFirst } from './engine/library/open-at-start.ts';
import type { restoreLibrary as restore } from './engine/library/restore-backup.ts';
import type { countedBackups as counted } from './engine/library/start-tasks.ts';
import { readerAhead } from './engine/workers/reader-ahead.ts';
import type { parseFeed as parse } from './feeds/parsing/parse-feed.ts';
import type { extractArticle as extract } from './reading/extract-article.ts';

export type { CoreOptions } from './engine/core-options.ts';
export type { StartedCore } from './engine/library/open-at-start.ts';
export type { ParsedArticle, ParsedFeed } from './feeds/parsing/parsed-feed.ts';
export { defaultLibraryFolder } from './lib/default-library.ts';
export { endOnCrash } from './lib/end-on-crash.ts';
export { type LogFile, logFile } from './lib/log-file.ts';
export { bareAddress } from './lib/logins.ts';
export { nodeWorkers } from './lib/node-workers.ts';
export { replacePlain, writeNew } from './lib/own-files/plain-files.ts';
export { readNote } from './lib/own-files/state-note.ts';
export { programVersion } from './lib/version.ts';

/** As engine/create-core.ts has it, loaded while a reader starts. */
export async function createCore(options: Parameters<typeof create>[0]): ReturnType<typeof create> {
  const ahead = readerAhead(options);
  const { createCore: loaded } = await import('./engine/create-core.ts');
  return loaded(options, ahead);
}

/** As engine/library/open-at-start.ts has it, loaded while a reader starts. */
export async function openAtStart(options: Parameters<typeof openFirst>[0]): ReturnType<typeof openFirst> {
  const ahead = readerAhead(options);
  const { openAtStart: loaded } = await import('./engine/library/open-at-start.ts');
  return loaded(options, ahead);
}

/** As engine/library/restore-backup.ts has it; loaded when first wanted. */
export async function restoreLibrary(...input: Parameters<typeof restore>): Promise<ReturnType<typeof restore>> {
  const { restoreLibrary: loaded } = await import('./engine/library/restore-backup.ts');
  return loaded(...input);
}

/** As engine/library/start-tasks.ts has it; loaded when first wanted. */
export async function countedBackups(...input: Parameters<typeof counted>): Promise<ReturnType<typeof counted>> {
  const { countedBackups: loaded } = await import('./engine/library/start-tasks.ts');
  return loaded(...input);
}

/** As feeds/parsing/parse-feed.ts has it; loaded when first wanted, since a window's own process never parses. */
export async function parseFeed(...input: Parameters<typeof parse>): ReturnType<typeof parse> {
  const { parseFeed: loaded } = await import('./feeds/parsing/parse-feed.ts');
  return loaded(...input);
}

/** As reading/extract-article.ts has it; loaded when first wanted. */
export async function extractArticle(...input: Parameters<typeof extract>): ReturnType<typeof extract> {
  const { extractArticle: loaded } = await import('./reading/extract-article.ts');
  return loaded(...input);
}
