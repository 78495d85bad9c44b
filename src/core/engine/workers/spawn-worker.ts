/** Starts a worker of one kind with the memory that its kind may take. */
import { type TransferListItem, Worker } from 'node:worker_threads';

export type WorkerKind = 'reader' | 'writer' | 'task' | 'story';

// Young objects of a worker die with its call. Left to itself each thread lets 48 MB of them gather before it looks.
const youngMegabytes = { reader: 4, writer: 8, task: 16, story: 16 } as const;
// The nearer its limit the sooner V8 tidies up. A feed of 15 MB takes a task worker some 150.
const oldMegabytes = { reader: 96, writer: 128, task: 384, story: 512 } as const;

export function spawnWorker(
  kind: WorkerKind,
  file: URL,
  { data, transfer = [] }: { readonly data: unknown; readonly transfer?: TransferListItem[] },
): Worker {
  return new Worker(file, {
    workerData: data,
    transferList: transfer,
    name: kind,
    resourceLimits: {
      maxYoungGenerationSizeMb: youngMegabytes[kind],
      maxOldGenerationSizeMb: oldMegabytes[kind],
    },
  });
}
