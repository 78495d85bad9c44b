/**
 * Run as a process of its own, so that its memory is the core's alone: a new library in the folder of the first argument
 * subscribes to the list in the file of the second and fetches everything once. Prints what became of each feed.
 */
import { readFileSync } from 'node:fs';
import { createClient } from '../contract/client.ts';
import { createCore, nodeWorkers } from '../core/index.ts';
import { mustBeOk } from './test-core.ts';

export interface RefreshedOnce {
  readonly results: readonly { readonly url: string; readonly outcome: string; readonly code?: string | undefined }[];
  /** In the library afterwards. */
  readonly articles: number;
  /** The most memory at one time, MB; without mapped files where the system tells them apart. */
  readonly peakMb: number;
}

const [libraryFolder = '', opmlFile = ''] = process.argv.slice(2);
const core = mustBeOk(
  await createCore({ libraryFolder, workers: nodeWorkers, fetchLimits: { totalMs: 12_000, connectMs: 5_000 } }),
);
const client = createClient(core);
mustBeOk(
  await client.call('opml.import', { text: readFileSync(opmlFile, 'utf8'), allowPrivate: true, refresh: false }),
);
const { results } = mustBeOk(await client.call('feeds.refresh', { force: true }));
const { all } = mustBeOk(await client.call('counts.get', {}));
const refreshed: RefreshedOnce = {
  results: results.map(({ url, outcome, code }) => ({ url, outcome, code })),
  articles: all.total,
  peakMb: peakMegabytes(),
};
await core.close();
process.stdout.write(JSON.stringify(refreshed));

function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const status = readFileSync('/proc/self/status', 'utf8');
  const kilobytes = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return (kilobytes('VmHWM') - kilobytes('RssFile')) / 1024;
}
