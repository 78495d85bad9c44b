/**
 * A reader that starts and loads while the shell's thread loads the engine: each takes half of a start, and neither waits
 * for the other. It opens the library only once it is let through its gate. Nothing else may be imported here.
 */
import type { Worker } from 'node:worker_threads';
import { spawnWorker } from './spawn-worker.ts';
import { closedGate, openGate } from './worker-gate.ts';
import type { WorkerData } from './worker-protocol.ts';

export interface ReaderAhead {
  readonly worker: Worker;
  readonly gate: Int32Array;
}

export function readerAhead(options: {
  readonly libraryFolder: string;
  readonly workers: { readonly reader: URL };
}): ReaderAhead {
  const gate = closedGate();
  const data: WorkerData = { libraryFolder: options.libraryFolder, gate };
  const worker = spawnWorker('reader', options.workers.reader, { data });
  // One that cannot even load is started anew by whoever takes it over, and says then what is wrong.
  worker.on('error', () => {});
  return { worker, gate };
}

/** Nobody wants it: the library belongs to another process, or cannot be opened. */
export async function dismissReader({ worker, gate }: ReaderAhead): Promise<void> {
  openGate(gate, false);
  await worker.terminate();
}
