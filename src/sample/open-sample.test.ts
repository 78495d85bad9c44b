import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSample } from './open-sample.ts';
import { hasSample } from './sample-note.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-sample-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the library's sample, fetches Harbour Courier's feed once and closes: what one command in a terminal does. */
async function fetchOnce(): Promise<string> {
  const sample = await openSample(folder);
  const [hostname = '', port = ''] = (sample.hostOverrides['harbour-courier.example'] ?? '').split(':');
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { host: 'harbour-courier.example' };
    const sent = request({ hostname, port, path: '/feed.xml', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve(body));
    });
    sent.on('error', reject);
    sent.end();
  });
  await sample.close();
  return text;
}

test('a library that has had the sample open knows it', async () => {
  expect(hasSample(folder)).toBe(false);
  await (await openSample(folder)).close();
  expect(hasSample(folder)).toBe(true);
});

test('dates hold still over restarts, and the correction comes with the third fetch and stays', async () => {
  const texts = [await fetchOnce(), await fetchOnce(), await fetchOnce(), await fetchOnce()];
  const dates = texts.map((text) => text.match(/<pubDate>[^<]*/g));
  for (const later of dates) expect(later).toEqual(dates[0]);
  expect(texts.map((text) => text.includes('4.6 billion'))).toEqual([false, false, true, true]);
});

test('a note that cannot be read begins the edition anew', async () => {
  writeFileSync(join(folder, 'sample.json'), '{"startedAt":');
  await (await openSample(folder)).close();
  expect(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8'))).toMatchObject({ correctionFetches: 0 });
});
