/** What the main thread of a page did, task by task, from Chromium's own trace: by the clock and in time of the processor. */
import type { Browser, Page } from '@playwright/test';

export interface Task {
  readonly wallMs: number;
  /** Only what the thread itself ran: on a busy machine a task lasts longer by the clock and costs no more. */
  readonly cpuMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as those below. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of the page's main thread while `work` went on. */
export async function withTasks<Value>(
  { browser, page }: { readonly browser: Browser; readonly page: Page },
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly tasks: readonly Task[] }> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  const value = await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  return { value, tasks: busiestMainThread(trace.traceEvents) };
}

/** Other renderers are idle: the busiest is the page's. */
function busiestMainThread(events: readonly TraceEvent[]): readonly Task[] {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const isMain = (event: TraceEvent): boolean => event.name === 'thread_name' && event.args?.name === 'CrRendererMain';
  const threads = new Map(events.filter(isMain).map((event) => [thread(event), [] as Task[]]));
  for (const event of events) {
    if (event.ph !== 'X' || !event.name.endsWith('RunTask')) continue;
    threads.get(thread(event))?.push({ wallMs: (event.dur ?? 0) / 1000, cpuMs: (event.tdur ?? 0) / 1000 });
  }
  return [...threads.values()].sort((one, other) => cpuOf(other) - cpuOf(one))[0] ?? [];
}

export function cpuOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}
