/** The worker files where the sources run as they are; a build has its own. */
export const nodeWorkers = {
  reader: new URL('../engine/workers/reader-worker.ts', import.meta.url),
  writer: new URL('../engine/workers/writer-worker.ts', import.meta.url),
  task: new URL('../engine/workers/task-worker.ts', import.meta.url),
  story: new URL('../engine/workers/story-worker.ts', import.meta.url),
};
