/** The core's door. A shell gives it a folder and its worker files, and gets one function to call and one to listen. */
import type { Result } from '../contract/errors.ts';
import type { Core, CoreOptions } from './engine/core-options.ts';
import { callThroughDoor, listenThroughDoor } from './engine/local-door.ts';
import { readOwnerDoor } from './engine/owner.ts';
import { startEngine } from './engine/start-engine.ts';
import type { parseFeed as parse } from './feeds/parse-feed.ts';
import type { extractArticle as extract } from './reading/extract-article.ts';

export { listBackups } from './engine/backup-files.ts';
export type { Core, CoreOptions } from './engine/core-options.ts';
export { restoreLibrary } from './engine/restore-backup.ts';
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

/**
 * Opens the library, creating it when absent. Where another process owns it, calls go through that process. Fails with
 * library_in_use, library_read_only, library_full, library_newer, library_damaged or library_unopenable.
 */
export async function createCore(options: CoreOptions): Promise<Result<Core>> {
  const engine = await startEngine(options);
  if (engine.ok || engine.error.code !== 'library_in_use') return engine;
  const door = readOwnerDoor(options.libraryFolder);
  if (door === undefined) return engine;
  const answer = await callThroughDoor(door, 'library.info', {});
  if (!answer.ok) return engine;
  return {
    ok: true,
    value: {
      role: 'guest',
      call: (name, input) => callThroughDoor(door, name, input),
      on: (listener) => listenThroughDoor(door, listener),
      close: async () => {},
    },
  };
}
