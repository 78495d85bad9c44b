/**
 * A whole refresh, cold, second and half changed, beside newsboat on the same feeds in the same run, and beside our own
 * floors. `node bench/refresh.ts [feeds]`, 200 by default. Newsboat is run where it is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreEnvironment, coreFlags } from '../scripts/lib/core-process.mjs';
import { type Floors, measureFloors } from './support/refresh-floors.ts';

interface Phase {
  readonly phase: string;
  readonly wallS: number;
  readonly cpuS: number;
  readonly peakMb: number;
  readonly articles: number;
  readonly lost: number;
  readonly notModified: number;
  readonly requests: number;
  readonly worstStallMs: number;
  /** Of the stalls what was the shell's own work, and how long a process that does nothing was kept waiting meanwhile. */
  readonly worstWorkMs: number;
  readonly idleStallMs: number;
  readonly queryP95Ms: number;
  /** What is done once the answer is out: the index's segments are merged. Not in `cpuS`. */
  readonly afterCpuS: number;
  readonly causes: readonly string[];
}

const feeds = Number(process.argv[2] ?? 200);
// 560 hosts for 1,000 feeds: some hosts have several
const hosts = Math.ceil(feeds * 0.56);
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
const script = (name: string): string => fileURLToPath(new URL(`./support/${name}.ts`, import.meta.url));

const publisher = spawn(process.execPath, [script('publisher'), String(feeds)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const port = await new Promise<string>((ready) => publisher.stdout.once('data', (data) => ready(String(data).trim())));
const urls = Array.from(
  { length: feeds },
  (_, n) => `http://127.0.${Math.floor((n % hosts) / 250) + 1}.${((n % hosts) % 250) + 1}:${port}/feed-${n}.xml`,
);
const opml = join(folder, 'feeds.opml');
writeFileSync(
  opml,
  `<opml version="2.0"><body>${urls.map((url, n) => `<outline text="Feed ${n}" xmlUrl="${url}"/>`).join('')}</body></opml>`,
);

try {
  const ours = await runOurs();
  const floors = await measureFloors(urls);
  const theirs = runNewsboat();
  print(ours, floors, theirs);
} finally {
  publisher.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function runOurs(): Promise<Phase[]> {
  const child = spawn(process.execPath, [...coreFlags, script('refresh-core'), opml, `http://127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // as the commands of the project start it
    env: coreEnvironment(),
  });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Phase);
}

interface Peer {
  readonly wallS: number;
  readonly cpuS: number;
}

/** Cold, second and third reload; undefined where newsboat is not installed. */
function runNewsboat(): Peer[] | undefined {
  if (spawnSync('newsboat', ['--version']).status !== 0) return undefined;
  const home = mkdtempSync(join(folder, 'newsboat-'));
  writeFileSync(join(home, 'urls'), `${urls.join('\n')}\n`);
  writeFileSync(join(home, 'config'), 'reload-threads 32\nauto-reload no\n');
  const paths = ['-u', join(home, 'urls'), '-C', join(home, 'config'), '-c', join(home, 'cache.db')];
  return [1, 2, 3].map(() => {
    const timing = spawnSync(
      'bash',
      ['-c', 'TIMEFORMAT="%R %U %S"; time newsboat "$@" -x reload >/dev/null 2>&1', 'bash', ...paths],
      { encoding: 'utf8', env: { ...process.env, HOME: home } },
    );
    const [wallS = 0, user = 0, system = 0] = timing.stderr.trim().split(/\s+/).map(Number);
    return { wallS, cpuS: user + system };
  });
}

function print(ours: readonly Phase[], floors: Floors, theirs: readonly Peer[] | undefined): void {
  const f = (value: number, digits = 1): string => value.toFixed(digits).padStart(9);
  console.log(
    `${feeds} feeds on ${hosts} hosts, 20 to 400 ms latency\n${''.padEnd(24)}   wall s    cpu s  peak MB   lost  304s  articles  articles/s  stall ms  its work  idle's  query p95  cpu s after`,
  );
  for (const phase of ours) {
    console.log(
      `${`Broadsheet, ${phase.phase}`.padEnd(24)}${f(phase.wallS)}${f(phase.cpuS)}${f(phase.peakMb, 0)}${String(phase.lost).padStart(7)}${String(phase.notModified).padStart(6)}${String(phase.articles).padStart(10)}${f(phase.articles / phase.wallS, 0).padStart(12)}${f(phase.worstStallMs, 0).padStart(10)}${f(phase.worstWorkMs).padStart(10)}${f(phase.idleStallMs, 0)}${f(phase.queryP95Ms).padStart(11)}${f(phase.afterCpuS).padStart(13)}  ${phase.causes.join(' ')}`,
    );
  }
  console.log(
    `floors: fetch only ${f(floors.fetchS)} s, parse and prepare ${f(floors.prepareS)} s, insert ${f(floors.insertS)} s`,
  );
  const [cold, second] = ours;
  if (cold === undefined || second === undefined) return;
  console.log(
    `cold wall / sum of floors: ${(cold.wallS / (floors.fetchS + floors.prepareS + floors.insertS)).toFixed(2)} (bar 1.15)`,
  );
  if (theirs === undefined) {
    console.log('newsboat is not installed: nothing to compare with');
    return;
  }
  for (const [n, peer] of theirs.entries())
    console.log(`${`newsboat 32, reload ${n + 1}`.padEnd(24)}${f(peer.wallS)}${f(peer.cpuS)}`);
  console.log(`cold wall / newsboat's: ${(cold.wallS / (theirs[0]?.wallS ?? 1)).toFixed(2)} (bar 0.60 at 1,000)`);
  console.log(`second CPU / newsboat's second: ${(second.cpuS / (theirs[1]?.cpuS ?? 1)).toFixed(2)} (bar 0.35)`);
}
