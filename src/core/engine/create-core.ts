/** Opens the library, or goes through the process that has it open. */
import type { Result } from '../../contract/errors.ts';
import type { Core, CoreOptions } from './core-options.ts';
import { callThroughDoor, listenThroughDoor } from './local-door.ts';
import { readOwnerDoor } from './owner.ts';
import { startEngine } from './start-engine.ts';

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
