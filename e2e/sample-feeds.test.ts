/** The sample edition as the app's own parser and discovery read it. */

import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedCandidates } from '../src/core/feeds/finding/discover-feeds-in-page.ts';
import { parseFeed } from '../src/core/feeds/parsing/parse-feed.ts';
import type { ParsedFeed } from '../src/core/feeds/parsing/parsed-feed.ts';
import { type SampleEdition, startSampleEdition } from '../src/sample/start-sample-edition.ts';

const startedAt = Date.UTC(2026, 10, 24, 8, 12);
let edition: SampleEdition;
const feeds = new Map<string, ParsedFeed>();

beforeAll(async () => {
  edition = await startSampleEdition({ startedAt, slowAnswerMs: 1 });
  for (const { url, title } of edition.titles) {
    const { bytes, contentType } = await get(url);
    const parsed = await parseFeed(bytes, { url, contentType, now: startedAt });
    if (parsed.ok) feeds.set(title, parsed.value);
    else expect(title, parsed.error.message).toBe('Vale Gazette');
  }
});

afterAll(() => edition.close());

function get(address: string): Promise<{ bytes: Buffer; contentType: string }> {
  const url = new URL(address);
  const [hostname = '', port = ''] = (edition.hostOverrides[url.hostname] ?? '').split(':');
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: url.pathname, headers: { host: url.hostname } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ bytes: Buffer.concat(parts), contentType: response.headers['content-type'] ?? '' }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const article = (title: string, words: string) => feeds.get(title)?.articles.find((one) => one.title.startsWith(words));

test('every sample feed is read without a repair, with its title, all its articles, their dates and addresses', () => {
  expect(feeds.size).toBe(21);
  for (const [title, feed] of feeds) {
    expect(feed.title).toBe(title);
    expect(feed.repairs, title).toEqual([]);
    expect(feed.articles.length, title).toBeGreaterThanOrEqual(3);
    for (const one of feed.articles) {
      expect(one.published, `${title}: ${one.title}`).toBeLessThan(startedAt);
      expect(one.url, `${title}: ${one.title}`).toMatch(/^http:\/\/[\w-]+\.example\/articles\//);
    }
  }
  expect([...feeds.values()].reduce((sum, feed) => sum + feed.articles.length, 0)).toBe(189);
});

test('all four formats are among them', () => {
  expect(new Set([...feeds.values()].map((feed) => feed.format))).toEqual(new Set(['rss', 'atom', 'json', 'rdf']));
});

test('the lead picture arrives with caption and credit', () => {
  expect(article('Harbour Courier', 'Eleven ports agree')).toMatchObject({
    author: 'Maren Tolvik',
    published: startedAt - 42 * 60_000,
    picture: {
      url: 'http://harbour-courier.example/pictures/harbour.svg',
      credit: 'Illustration: Harbour Courier',
      caption: 'The container quay at Hallmouth, which will pay the largest share.',
    },
  });
});

test('the bytes of Windows 1252 become pounds and curled quotation marks', () => {
  expect(article('Canal Quarter Bulletin', 'Our own brook')?.html).toContain('£83.50');
  expect(article('Canal Quarter Bulletin', 'What the ports’ flood fund')).toBeDefined();
});

test('a bulletin carries its sound, chapters and transcript', () => {
  const bulletin = article('Kestrel Radio', 'Morning briefing');
  expect(bulletin?.enclosures[0]).toMatchObject({ mimeType: 'audio/wav', sizeBytes: 240_044, durationSeconds: 60 });
  expect(bulletin?.podcast?.chaptersUrl).toBe('http://kestrel-radio.example/chapters/briefing-today.json');
  expect(bulletin?.podcast?.transcripts[0]?.mimeType).toBe('text/vtt');
});

test('Northlight Daily gives summaries only, and its site names its feed', async () => {
  const river = article('Northlight Daily', 'A valley learns');
  expect(river?.summaryHtml ?? river?.html ?? '').toContain('Cheap gauges, a shared spreadsheet');
  expect(river?.summaryHtml ?? river?.html ?? '').not.toContain('answers questions until ten');
  const page = (await get('http://northlight-daily.example/')).bytes.toString();
  expect(JSON.stringify(feedCandidates(page, 'http://northlight-daily.example/'))).toContain(
    'http://northlight-daily.example/feed.xml',
  );
});

test('verse and its line breaks survive the XHTML form', () => {
  expect(article('Orchard Street Review', 'Four poems')?.html).toMatch(
    /The page has changed its colour\. In the house\s*<br/,
  );
});
