/** One core in a process of its own: cold, second and half-changed refresh, measured from inside. Prints one JSON line a phase. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RefreshSummary } from '../../src/contract/refresh.ts';
import { createCore, nodeWorkers } from '../../src/core/index.ts';
import { startIdleProcess, watchStalls } from './refresh-stalls.ts';

const [opmlFile, controlUrl] = process.argv.slice(2);
if (opmlFile === undefined || controlUrl === undefined) throw new Error('refresh-core OPML CONTROL-URL');
const quietLookMs = 250;
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-refresh-'));
const opened = await createCore({ libraryFolder: folder, workers: nodeWorkers });
if (!opened.ok) throw new Error(opened.error.message);
const core = opened.value;
await core.call('opml.import', { text: readFileSync(opmlFile, 'utf8'), allowPrivate: true, refresh: false });

const idle = startIdleProcess();
await phase('cold');
await phase('second');
await fetch(`${controlUrl}/half-changed`);
await phase('half changed');
idle.stop();
await core.close();
rmSync(folder, { recursive: true, force: true });

async function phase(name: string): Promise<void> {
  await fetch(`${controlUrl}/counts`);
  await idle.worst();
  const endWatch = watchStalls();
  const queries: number[] = [];
  let asking = true;
  const asker = (async () => {
    while (asking) {
      const start = performance.now();
      await core.call('articles.list', { view: 'all', limit: 50 });
      queries.push(performance.now() - start);
      await new Promise((rest) => setTimeout(rest, 40));
    }
  })();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const answer = await core.call('feeds.refresh', { force: true });
  const wallS = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  asking = false;
  await asker;
  const stalls = endWatch();
  if (!answer.ok) throw new Error(answer.error.message);
  const summary = answer.value as RefreshSummary;
  const counts = (await (await fetch(`${controlUrl}/counts`)).json()) as { requests: number; notModified: number };
  queries.sort((a, b) => a - b);
  process.stdout.write(
    `${JSON.stringify({
      phase: name,
      wallS,
      cpuS: (used.user + used.system) / 1e6,
      peakMb: peakMegabytes(),
      articles: summary.added + summary.updated,
      lost: summary.failed + summary.skipped,
      notModified: counts.notModified,
      requests: counts.requests,
      worstStallMs: stalls.wallMs,
      worstWorkMs: stalls.workMs,
      idleStallMs: await idle.worst(),
      queryP95Ms: queries[Math.floor(queries.length * 0.95)] ?? 0,
      afterCpuS: await tidiedUp(),
      causes: [
        ...new Set(summary.results.filter((result) => result.outcome === 'failed').map((result) => result.code)),
      ],
    })}\n`,
  );
}

/** Until what a round leaves to be done is done: what that took of the processor, s. */
async function tidiedUp(): Promise<number> {
  const before = process.cpuUsage();
  for (let quiet = 0; quiet < 3; ) {
    const cpu = process.cpuUsage();
    await new Promise((rest) => setTimeout(rest, quietLookMs));
    const { user, system } = process.cpuUsage(cpu);
    quiet = (user + system) / 1000 < quietLookMs * 0.04 ? quiet + 1 : 0;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Highest resident memory less mapped files, MB. */
function peakMegabytes(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  const kilobytes = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return (kilobytes('VmHWM') - kilobytes('RssFile')) / 1024;
}
