import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyArticles } from '../identity/article-identity.ts';
import { parseFeed } from './parse-feed.ts';

const cases = process.env.BROADSHEET_FUZZ === 'long' ? 50_000 : 2_000;
const slowestMs = 1_000;
/** Another one looks elsewhere. */
const firstSeed = Number(process.env.BROADSHEET_FUZZ_SEED ?? 20_260_504);
const fixtures = new URL('./fixtures/', import.meta.url);
const corpus = new URL('../../../../../shared/corpus/', import.meta.url);

const ownSeeds = readdirSync(fixtures).map((name) => readFileSync(new URL(name, fixtures)));
const corpusSeeds = existsSync(new URL('manifest.json', corpus)) ? corpusFiles() : [];

/** Every feed up to 64 KB: larger ones say nothing more and cost more. */
function corpusFiles(): Buffer[] {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', corpus), 'utf8')) as {
    files: readonly { file: string; kind: string; bytes: number }[];
  };
  return manifest.files
    .filter(({ kind, bytes }) => kind !== 'opml' && kind !== 'page' && bytes < 65_536)
    .map(({ file }) => readFileSync(new URL(file, corpus)));
}

/** Pieces that have broken parsers. */
const poison = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '\u0000',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE x [',
    '<?xml',
    '?>',
    '</',
    '/>',
    '&#x0;',
    '&amp',
  ],
  ...[
    '<item>',
    '</item>',
    '<entry>',
    '<channel>',
    '<rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<link>',
    '<title>',
    'xmlns:a="b"',
  ],
  ...[
    'xml:base="//["',
    '\ud800',
    '\ue5cf1',
    '{',
    '}',
    '[',
    ',',
    '<a href="',
    '<b>'.repeat(300),
    '&a'.repeat(300),
    '=',
    ' '.repeat(2000),
  ],
].map((text) => Buffer.from(text));

const mutation = fc.record({
  kind: fc.constantFrom('cut', 'drop', 'insert', 'flip', 'repeat', 'splice'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(400),
  pick: fc.nat(10_000),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(seed: Buffer, { kind, at, size, pick }: Mutation, seeds: readonly Buffer[]): Buffer {
  const from = Math.floor(at * seed.length);
  const head = seed.subarray(0, from);
  const rest = seed.subarray(from);
  const other = seeds[pick % seeds.length] ?? seed;
  if (kind === 'cut') return Buffer.from(head);
  if (kind === 'drop') return Buffer.concat([head, rest.subarray(size)]);
  if (kind === 'insert') return Buffer.concat([head, poison[pick % poison.length] ?? head, rest]);
  if (kind === 'repeat')
    return Buffer.concat([head, ...Array.from({ length: pick % 20 }, () => rest.subarray(0, size)), rest]);
  if (kind === 'splice') return Buffer.concat([head, other.subarray(Math.floor(at * other.length))]);
  const flipped = Buffer.from(seed);
  for (let n = 0; n <= size % 16; n++) flipped[(from + n * 37) % Math.max(1, flipped.length)] = (pick * (n + 1)) & 0xff;
  return flipped;
}

function fuzz(seeds: readonly Buffer[], runs: number): Promise<void> {
  const contentType = fc.constantFrom(
    undefined,
    'text/xml',
    'text/html; charset=koi8-r',
    'application/rss+xml; charset=utf-8',
    'x; charset=utf-16',
  );
  const property = fc.asyncProperty(
    fc.nat(1_000_000),
    fc.array(mutation, { minLength: 1, maxLength: 6 }),
    contentType,
    async (start, mutations, type) => {
      const seed = seeds[start % seeds.length] ?? Buffer.alloc(0);
      const bytes = mutations.reduce((mutated, one) => mutate(mutated, one, seeds), seed);
      await check(bytes, type);
    },
  );
  return fc.assert(property, { numRuns: runs, seed: firstSeed });
}

async function check(bytes: Buffer, contentType: string | undefined): Promise<void> {
  const before = process.threadCpuUsage();
  const result = await parseFeed(bytes, {
    url: 'https://harbour.example/feed',
    ...(contentType === undefined ? {} : { contentType }),
    now: 0,
  });
  if (result.ok) identifyArticles(result.value.articles);
  // The processor's time: a busy machine is no hang.
  const { user, system } = process.threadCpuUsage(before);
  const took = (user + system) / 1000;
  if (took > slowestMs) throw new Error(`${bytes.length} bytes took ${Math.round(took)} ms`);
  if (!result.ok) {
    expect(['empty_answer', 'web_page_not_feed', 'not_a_feed', 'malformed_feed']).toContain(result.error.code);
    return;
  }
  // Resolving a relative address adds the base's length; nothing else grows.
  const size = JSON.stringify(result.value.articles).length;
  expect(size).toBeLessThan(20_000 + bytes.length * 40);
}

describe('no mutation of a feed makes the parser throw, hang or grow', () => {
  it('own fixtures', () => fuzz(ownSeeds, Math.ceil(cases / 2)), 3_600_000);

  const name = corpusSeeds.length > 0 ? 'feeds of the corpus' : 'feeds of the corpus (skipped: no corpus)';
  it.skipIf(corpusSeeds.length === 0)(name, () => fuzz(corpusSeeds, Math.floor(cases / 2)), 3_600_000);
});
