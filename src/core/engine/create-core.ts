/** Opens the library, or goes through the process that has it open. */
import { setTimeout } from 'node:timers/promises';
import { ok, type Result } from '../../contract/errors.ts';
import type { Core, CoreOptions } from './core-options.ts';
import { callThroughDoor } from './library/call-door.ts';
import { Guest } from './library/guest.ts';
import { readOwnerDoor } from './library/owner.ts';
import { startEngine } from './start-engine.ts';
import { dismissReader, type ReaderAhead, readerAhead } from './workers/reader-ahead.ts';

const usualWaitMs = 5_000;
const lookAgainMs = 50;

/**
 * Opens the library, creating it when absent. Where another process owns it, calls go through that process. Fails with
 * library_in_use, library_read_only, library_full, library_newer, library_damaged, library_unopenable or library_not_ours.
 */
export async function createCore(options: CoreOptions, ahead?: ReaderAhead): Promise<Result<Core>> {
  const reader = ahead ?? readerAhead(options);
  const core = await ownOrVisit(options, reader);
  if (!core.ok || core.value.role === 'guest') await dismissReader(reader);
  return core;
}

async function ownOrVisit(options: CoreOptions, reader: ReaderAhead): Promise<Result<Core>> {
  const until = performance.now() + (options.waitForOwnerMs ?? usualWaitMs);
  for (;;) {
    const engine = await startEngine(options, reader);
    if (engine.ok || engine.error.code !== 'library_in_use') return engine;
    const door = readOwnerDoor(options.libraryFolder);
    if (door !== undefined && (await callThroughDoor(door, 'library.info', {})).ok)
      return ok(new Guest(door, () => createCore(options)));
    // one that holds the library and lets nobody in is only just opening it, or closing it
    if (performance.now() > until) return engine;
    await setTimeout(lookAgainMs);
  }
}
