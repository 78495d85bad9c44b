import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { mustBeOk, rss, testCore, testServer } from '../../../testing/test-core.ts';

/** Of the threads of this process that bear the name. */
function prioritiesOf(name: string): number[] {
  return readdirSync('/proc/self/task')
    .filter((thread) => readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').trim() === name)
    .map((thread) => getPriority(Number(thread)));
}

it.runIf(process.platform === 'linux')(
  'fetching gives way to storing, and storing to the threads that answer a reader',
  async () => {
    const server = await testServer();
    server.serve('/feed', rss({ items: [{ guid: 'a', title: 'Rain at the quay' }] }));
    const app = await testCore();
    mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
    const [reader = Number.NaN, writer = Number.NaN, task = Number.NaN] = ['reader', 'writer', 'task'].map((name) =>
      Math.min(...prioritiesOf(name)),
    );
    expect(reader).toBeLessThan(writer);
    expect(writer).toBeLessThan(task);
  },
);
