/** The story worker: groups, ranks and composes on a read-only connection of its own, so that neither readers nor the writer wait. */
import { workerData } from 'node:worker_threads';
import { fail, type Result } from '../../../contract/errors.ts';
import type { EpochMs } from '../../lib/clock.ts';
import { openReadable } from '../../store/open.ts';
import { StoryRoom } from '../stories/story-room.ts';
import { storyTasks } from '../stories/story-tasks.ts';
import { serve } from './serve.ts';
import { giveWay } from './thread-priority.ts';
import type { WorkerData } from './worker-protocol.ts';

giveWay('story');

type AnyTask = (room: StoryRoom, input: unknown, now: EpochMs) => Result<unknown>;

const opened = openReadable((workerData as WorkerData).libraryFolder);
const room = opened.ok ? new StoryRoom(opened.value) : undefined;
const table = new Map(Object.entries(storyTasks as unknown as Record<string, AnyTask>));

serve({
  ready: opened.ok ? { ok: true, value: null } : opened,
  run: ({ name, input, now }) => {
    const task = table.get(name);
    if (task === undefined || room === undefined) return fail('unknown_method', `There is no question called ${name}.`);
    return task(room, input, now);
  },
  close: () => {
    if (opened.ok) opened.value.close();
  },
});
