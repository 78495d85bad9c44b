/**
 * How long a thread was away. The wall says how long nothing ran, which on a busy machine is mostly other programs; the
 * thread's own processor time says what of it was our work. Run as a process, it does nothing but watch itself: what it
 * misses, the machine takes from everybody.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const everyMs = 5;

export interface Stalls {
  /** The longest time between two turns of the loop, ms. */
  readonly wallMs: number;
  /** The most work of this thread's own between two turns, ms. */
  readonly workMs: number;
}

/** Watches the thread it is called on; the returned function ends that and says what was seen. */
export function watchStalls(): () => Stalls {
  let lastAt = performance.now();
  let lastCpu = process.threadCpuUsage();
  let wallMs = 0;
  let workMs = 0;
  const look = (): void => {
    const at = performance.now();
    const { user, system } = process.threadCpuUsage(lastCpu);
    wallMs = Math.max(wallMs, at - lastAt - everyMs);
    workMs = Math.max(workMs, (user + system) / 1000);
    lastAt = at;
    lastCpu = process.threadCpuUsage();
  };
  const timer = setInterval(look, everyMs);
  return () => {
    look();
    clearInterval(timer);
    return { wallMs, workMs };
  };
}

/** A process that only watches itself; `worst` gives its longest stall since the last question, ms. */
export function startIdleProcess(): { readonly worst: () => Promise<number>; readonly stop: () => void } {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), ['idle'], { stdio: 'ignore' });
  return {
    worst: async () => {
      child.send('worst');
      const [ms] = await once(child, 'message');
      return Number(ms);
    },
    stop: () => void child.kill(),
  };
}

if (process.argv[2] === 'idle') {
  let end = watchStalls();
  process.on('message', () => {
    process.send?.(end().wallMs);
    end = watchStalls();
  });
}
