/** A feed or a picture that keeps a thread busy for ever must not keep the program alive. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';

const module = JSON.stringify(new URL('./end-in-time.ts', import.meta.url).href);

/** Starts a program that ends by `stop`, sends it the signal once it listens, and answers how it ended. */
async function endOf(stop: string, signal: NodeJS.Signals) {
  const file = join(temporaryFolder(), 'program.mjs');
  writeFileSync(
    file,
    `import { Worker } from 'node:worker_threads';
     import { endOnSignal } from ${module};
     const stuck = new Worker('for (;;);', { eval: true });
     endOnSignal(${stop}, 500);
     setInterval(() => {}, 1000);
     console.log('ready');`,
  );
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const begun = performance.now();
  child.kill(signal);
  const [code, killedBy] = await ended;
  return { code, killedBy, ms: performance.now() - begun };
}

describe.skipIf(process.platform === 'win32')('a signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s ends a program whose closing never comes to its end',
    async (signal) => {
      const { killedBy, ms } = await endOf('() => new Promise(() => {})', signal);
      expect(killedBy).toBe('SIGKILL');
      expect(ms).toBeLessThan(5_000);
    },
  );

  test('that finds everything put away in time ends the program in order', async () => {
    expect(await endOf('async () => { await stuck.terminate(); }', 'SIGTERM')).toMatchObject({
      code: 0,
      killedBy: null,
    });
  });

  test('ends a program whose closing fails', async () => {
    const { code } = await endOf("async () => { await stuck.terminate(); throw new Error('no room'); }", 'SIGTERM');
    expect(code).toBe(0);
  });
});
