import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { loadTitles } from './load-titles.ts';
import { type SampleEdition, type SampleEditionOptions, startSampleEdition } from './start-sample-edition.ts';

const startedAt = Date.UTC(2026, 10, 24, 8, 12);
const open: SampleEdition[] = [];

async function start(options: Partial<SampleEditionOptions> = {}): Promise<SampleEdition> {
  const edition = await startSampleEdition({ startedAt, ...options });
  open.push(edition);
  return edition;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((edition) => edition.close()));
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

function ask(edition: SampleEdition, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const url = new URL(address);
  const [hostname = '', port = ''] = (edition.hostOverrides[url.hostname] ?? '').split(':');
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path: url.pathname, headers: { host: url.hostname, ...headers } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const harbour = 'http://harbour-courier.example/feed.xml';
const leadOf = (answer: Answer) => /<item>\s*<title>([^<]*)/.exec(answer.bytes.toString())?.[1];

/** Ends with the first tag that closes what is not open, or "" when every tag is closed in order. */
function firstFaultIn(xml: string): string {
  const stack: string[] = [];
  const bare = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '');
  if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(bare)) return 'a bare ampersand';
  for (const [tag, closing, name = '', empty] of bare.matchAll(/<(\/?)([\w:-]+)[^<>]*?(\/?)>/g)) {
    if (closing === '/' && stack.pop() !== name) return tag;
    if (closing === '' && empty === '') stack.push(name);
  }
  return stack.join(' ');
}

const openings: Readonly<Record<string, RegExp>> = {
  'harbour-courier': /<rss version="2\.0"[\s\S]*<content:encoded>[\s\S]*<media:content [\s\S]*<media:credit>/,
  'northlight-daily': /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"(?![\s\S]*<content)/,
  'eastbank-record': /<rss version="2\.0"(?![\s\S]*<content:encoded)/,
  'signal-and-circuit': /<content type="html">/,
  'orchard-street-review': /<content type="xhtml"><div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">/,
  'open-map-journal': /<rdf:RDF xmlns="http:\/\/purl\.org\/rss\/1\.0\/"/,
  pitchside: /<rss version="0\.92">(?![\s\S]*<guid)/,
  'kestrel-radio': /<itunes:duration>60[\s\S]*<podcast:chapters [\s\S]*<podcast:transcript /,
};

test('every title is served in its own form, well-formed and with all its articles', async () => {
  const edition = await start({ slowAnswerMs: 1 });
  for (const title of loadTitles(startedAt).filter(({ answers }) => answers !== 'gone')) {
    const file = title.form.startsWith('json') ? 'feed.json' : 'feed.xml';
    const answer = await ask(edition, `http://${title.host}/${file}`);
    expect(answer.status, title.slug).toBe(200);
    const text = answer.bytes.toString(title.encoding === 'utf-8' ? 'utf8' : 'latin1');
    expect(text, title.slug).toMatch(openings[title.slug] ?? /^/);
    if (file === 'feed.json') {
      expect(JSON.parse(text), title.slug).toMatchObject({
        version: /jsonfeed/,
        items: { length: title.articles.length },
      });
    } else {
      expect(firstFaultIn(text), title.slug).toBe('');
      expect(text.match(/<(item|entry)[ >]/g), title.slug).toHaveLength(title.articles.length);
    }
  }
});

test('the front page names its feed and icon, and an article page carries the whole text among its furniture', async () => {
  const edition = await start();
  const front = (await ask(edition, 'http://northlight-daily.example/')).bytes.toString();
  expect(front).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*northlight-daily\.example\/feed\.xml/);
  expect(front).toContain('rel="icon"');
  const page = (await ask(edition, 'http://northlight-daily.example/articles/valley-river')).bytes.toString();
  expect(page).toContain('answers questions until ten');
  for (const part of ['property="og:image"', '<nav', '<footer>', '<aside']) expect(page).toContain(part);
  for (const [, path] of page.matchAll(/ (?:href|src)="(\/[^"]*)"/g)) {
    expect((await ask(edition, `http://northlight-daily.example${path}`)).status, path).toBe(200);
  }
});

test('Harbour Courier prints its mistake on two fetches and corrects sum and headline on the third', async () => {
  const edition = await start();
  const first = await ask(edition, harbour);
  const second = await ask(edition, harbour, { 'if-none-match': String(first.headers.etag) });
  const third = await ask(edition, harbour, { 'if-none-match': String(first.headers.etag) });
  expect(first.bytes.toString()).toContain('4.2 billion');
  expect(second.status).toBe(304);
  expect(third.status).toBe(200);
  expect(leadOf(first)).toBe('Eleven ports agree to share the cost of holding back the sea');
  expect(leadOf(third)).toBe('Eleven ports agree to share the 4.6 billion cost of holding back the sea');
  const page = (await ask(edition, 'http://harbour-courier.example/articles/eleven-ports-agree')).bytes.toString();
  expect(page).toContain('4.6 billion');
});

test('the count of fetches goes on over a restart, so that a correction stays printed', async () => {
  const counted: number[] = [];
  const edition = await start({ onCorrectionFetch: (fetches) => counted.push(fetches) });
  for (const _ of [1, 2]) await ask(edition, harbour);
  const again = await start({ correctionFetches: counted.at(-1) ?? 0 });
  expect(counted).toEqual([1, 2]);
  expect(leadOf(await ask(again, harbour))).toContain('4.6 billion');
});

test('an unchanged feed answers 304 by date as well, and travels zipped to whoever asks', async () => {
  const edition = await start();
  const url = 'http://meridian-ledger.example/feed.xml';
  const plain = await ask(edition, url);
  const since = String(plain.headers['last-modified']);
  expect((await ask(edition, url, { 'if-modified-since': since })).status).toBe(304);
  const zipped = await ask(edition, url, { 'accept-encoding': 'gzip' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
});

test('the parish paper is sent in bytes of Windows 1252 and says so in its first line', async () => {
  const edition = await start();
  const { bytes, headers } = await ask(edition, 'http://canal-quarter-bulletin.example/feed.xml');
  expect(bytes.subarray(0, 60).toString('latin1')).toContain('encoding="windows-1252"');
  expect(headers['content-type']).toBe('application/rss+xml');
  expect(bytes.includes(Buffer.from([0xa3, 0x34, 0x30]))).toBe(true); // £40
  expect(bytes.includes(0x92)).toBe(true); // the curled apostrophe
  expect(bytes.includes(Buffer.from('£', 'utf8'))).toBe(false);
});

test('a title that has closed answers 404', async () => {
  expect((await ask(await start(), 'http://vale-gazette.example/feed.xml')).status).toBe(404);
});

test('the slow title can be left before it has answered', async () => {
  const edition = await start({ slowAnswerMs: 3_600_000 });
  const [hostname = '', port = ''] = (edition.hostOverrides['slow-post.example'] ?? '').split(':');
  const sent = request({ hostname, port, path: '/feed.xml', headers: { host: 'slow-post.example' } });
  const outcome = new Promise((resolve) => sent.on('error', (error) => resolve(error)));
  sent.end(() => setTimeout(() => sent.destroy(), 20));
  expect(await outcome).toBeInstanceOf(Error);
});

test('ids and dates are the same in two starts of one library, and only dates move in another', async () => {
  const idsAndDates = async (edition: SampleEdition) => {
    const text = (await ask(edition, harbour)).bytes.toString();
    return { ids: text.match(/<guid[^<]*<\/guid>/g), dates: text.match(/<pubDate>[^<]*/g) };
  };
  const first = await idsAndDates(await start());
  expect(first.ids).toHaveLength(14);
  expect(await idsAndDates(await start())).toEqual(first);
  const other = await idsAndDates(await start({ startedAt: startedAt + 86_400_000 }));
  expect(other.ids).toEqual(first.ids);
  expect(other.dates).not.toEqual(first.dates);
});

test('a bulletin is sound that can be sought in, with chapters and a transcript of what is said', async () => {
  const edition = await start();
  const host = 'http://kestrel-radio.example';
  const sound = await ask(edition, `${host}/audio/briefing-today.wav`, { range: 'bytes=0-3' });
  expect([sound.status, sound.bytes.toString('latin1')]).toEqual([206, 'RIFF']);
  const chapters = JSON.parse((await ask(edition, `${host}/chapters/briefing-today.json`)).bytes.toString());
  expect(chapters.chapters.map(({ title }: { title: string }) => title)).toContain('A swan');
  const transcript = (await ask(edition, `${host}/transcripts/briefing-today.vtt`)).bytes.toString();
  expect(transcript).toMatch(/^WEBVTT\n\n00:00:00\.000 --> /);
  expect(transcript).toContain('It was following the boat.');
});
