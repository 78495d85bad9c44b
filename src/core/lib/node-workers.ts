/** The worker files where the sources run as they are; a build has its own. */
export const nodeWorkers = {
  reader: new URL('../engine/reader-worker.ts', import.meta.url),
  writer: new URL('../engine/writer-worker.ts', import.meta.url),
  task: new URL('../engine/task-worker.ts', import.meta.url),
  story: new URL('../engine/story-worker.ts', import.meta.url),
};
