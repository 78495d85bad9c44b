/** What the parsing pipeline costs beside bare rss-parser on the same feeds in the same run: MB per CPU second, ms for a feed of about 50 KB. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import RssParser from 'rss-parser';
import { parseFeed } from '../src/core/feeds/parsing/parse-feed.ts';
import { madeFeeds } from './parse-feeds-made.ts';

interface Sample {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

type Parser = (sample: Sample) => Promise<boolean>;

const rounds = 4; // the best counts: the first ones warm the compiler, other work on the machine spoils some

const parsers: Readonly<Record<string, Parser>> = {
  'the pipeline': async ({ bytes, headers }) => {
    const contentType = headers['content-type'];
    const result = await parseFeed(bytes, {
      url: 'https://harbour.example/feed',
      ...(contentType === undefined ? {} : { contentType }),
      now: 0,
    });
    return result.ok;
  },
  'bare rss-parser': async ({ bytes }) => {
    const text = Buffer.from(bytes).toString('utf8');
    return new RssParser().parseString(text).then(
      () => true,
      () => false,
    );
  },
};

const made = madeFeeds(120, 20_260_504).map(({ xml }) => ({ bytes: Buffer.from(xml), headers: {} }));
await compare('made from a seed', made);
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
if (existsSync(`${corpus}manifest.json`)) await compare('real feeds of the corpus', realFeeds(corpus));

function realFeeds(folder: string): readonly Sample[] {
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as {
    files: readonly { file: string; kind: string; headers?: Record<string, string> }[];
  };
  return manifest.files
    .filter(({ kind, file }) => kind === 'real' && !file.endsWith('.json'))
    .map(({ file, headers = {} }) => ({ bytes: readFileSync(folder + file), headers }));
}

async function compare(name: string, samples: readonly Sample[]): Promise<void> {
  const megabytes = samples.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  console.log(`\n${name}: ${samples.length} feeds, ${megabytes.toFixed(1)} MB`);
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [parser, parse] of Object.entries(parsers)) {
      best[parser] = Math.min(best[parser] ?? Number.POSITIVE_INFINITY, await cpuSeconds(samples, parse));
    }
  }
  for (const [parser, parse] of Object.entries(parsers)) {
    const seconds = best[parser] ?? 0;
    let taken = 0;
    for (const sample of samples) if (await parse(sample)) taken++;
    const middle = await medianOf50Kilobytes(samples, parse);
    console.log(
      `  ${parser.padEnd(16)} taken ${taken}/${samples.length}  ${(megabytes / seconds).toFixed(1)} MB per CPU s  ${middle} for a feed of about 50 KB`,
    );
  }
  const ours = best['the pipeline'] ?? 1;
  console.log(`  the pipeline costs ${(ours / (best['bare rss-parser'] ?? 1)).toFixed(2)} x bare rss-parser`);
}

async function cpuSeconds(samples: readonly Sample[], parse: Parser): Promise<number> {
  const before = process.cpuUsage();
  for (const sample of samples) await parse(sample);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function medianOf50Kilobytes(samples: readonly Sample[], parse: Parser): Promise<string> {
  const costs: number[] = [];
  for (const sample of samples) {
    if (sample.bytes.length < 20_000 || sample.bytes.length > 120_000) continue;
    costs.push(((await cpuSeconds([sample, sample, sample], parse)) / 3) * 1000 * (50_000 / sample.bytes.length));
  }
  costs.sort((one, two) => one - two);
  return `${(costs[Math.floor(costs.length / 2)] ?? 0).toFixed(2)} ms`;
}
