/** What strangers write is printed on terminals: nothing in it may be obeyed, whichever way it comes. */
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-library.ts';
import { testServer } from '../testing/test-core.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Renames the window, sets the clipboard, goes back over the line, and turns letters round. */
const payload = 'Calm\x1b]0;owned\x07\x1b]52;c;ZWNobw==\x07\x9b2J\b\b\x7f\r\u202eexe.\u2066\nTook 9 articles';
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
}

const run = (...args: string[]): Promise<Outcome> =>
  new Promise((done) => {
    execFile(process.execPath, [join(folder, 'index.ts'), ...args], (_failure, stdout, stderr) =>
      done({ stdout, stderr }),
    );
  });

async function hostileLibrary(): Promise<string> {
  const library = join(temporaryFolder(), 'library');
  const lines = join(temporaryFolder(), 'hostile.ndjson');
  const article = (n: number) => ({
    feedUrl: 'https://a.example/feed',
    feedTitle: payload,
    guid: `${payload}${n}`,
    url: `https://a.example/${n}`,
    title: payload,
    author: payload,
    html: `<p>${payload}</p>`,
    published: Date.now() - n * 60_000,
  });
  writeFileSync(lines, [article(1), article(2)].map((one) => JSON.stringify(one)).join('\n'));
  expect((await run('archive', 'import', lines, '--library', library)).stdout).toContain('Took 2 articles');
  return library;
}

function expectHarmless({ stdout, stderr }: Outcome): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(obeyed);
    expect(text).not.toMatch(/^Took 9/m);
  }
}

test('lists, searches, exports and calls of a library that holds escape sequences print none', async () => {
  const library = await hostileLibrary();
  const listed = await run('list', '--library', library);
  expect(listed.stdout.trim().split('\n')).toHaveLength(2);
  expectHarmless(listed);
  for (const args of [
    ['list', '--json'],
    ['search', 'calm'],
    ['search', `${payload.replaceAll('\0', '')} (`],
    ['stories', '--all'],
    ['for-you'],
    ['export'],
    ['call', 'articles.list', '{}'],
    ['call', 'feeds.list', '{}'],
    ['call', payload],
    ['archive', 'import', payload],
    ['list', '--view', payload],
    [payload],
  ])
    expectHarmless(await run(...args, '--library', library));
});

test('JSON still says all of it, and so does a list of subscriptions', async () => {
  const library = await hostileLibrary();
  const first = (await run('call', 'articles.list', '{}', '--library', library)).stdout;
  const told: unknown = JSON.parse(first);
  expect(JSON.stringify(told)).toContain('\u202e');
});

test('the answers of the window that has the library open are printed in the same way', async () => {
  const library = await hostileLibrary();
  const owner = spawn(process.execPath, [join(folder, 'index.ts'), 'pipe', '--library', library], { stdio: 'pipe' });
  const isOpen = new Promise((done) => owner.stdout.once('data', done));
  owner.stdin.write('{"name":"library.info"}\n');
  await isOpen;
  for (const args of [['list'], ['list', '--json'], ['search', 'calm']])
    expectHarmless(await run(...args, '--library', library));
  const ended = new Promise((done) => owner.once('exit', done));
  owner.stdin.end();
  await ended;
});

test('files and pages are named, told and read out without them', async () => {
  const page = join(temporaryFolder(), 'page.html');
  const words = `${payload} `.replaceAll('\n', ' ').repeat(60);
  writeFileSync(page, `<title>${payload}</title><article><h1>${payload}</h1><p>${words}</p><p>${words}</p></article>`);
  for (const args of [
    ['extract', page, '--url', 'https://a.example/'],
    ['extract', page, '--url', 'https://a.example/', '--json'],
    ['extract', `${page}${payload}`, '--url', 'https://a.example/'],
    ['parse', `${page}${payload}`],
    ['parse', page],
  ])
    expectHarmless(await run(...args));
  const feed = join(temporaryFolder(), 'feed.json');
  const items = [{ id: payload, title: payload, url: 'https://a.example/1', content_html: `<p>${payload}</p>` }];
  writeFileSync(feed, JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: payload, items }));
  for (const args of [
    ['parse', feed],
    ['parse', feed, '--json'],
  ])
    expectHarmless(await run(...args));
});

test('what a site, a list or a server says of itself is printed without them', async () => {
  const server = await testServer();
  const title = payload.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (character) => `&#${character.charCodeAt(0)};`);
  server.serve(
    '/feed',
    `<rss version="2.0"><channel><title>${title}</title><item><title>${title}</title></item></channel></rss>`,
  );
  const library = join(temporaryFolder(), 'library');
  const list = join(temporaryFolder(), 'list.opml');
  const outline = `<outline type="rss" text="${title.replaceAll('\n', '&#10;')}"`;
  writeFileSync(
    list,
    `<opml><body>${outline} xmlUrl="javascript:1"/>${outline} xmlUrl="https://a.example/f"/></body></opml>`,
  );
  for (const args of [
    ['discover', server.url('/feed'), '--allow-private'],
    ['subscribe', server.url('/feed'), '--allow-private'],
    ['import', list],
    ['export'],
    ['refresh'],
  ])
    expectHarmless(await run(...args, '--library', library));
}, 120_000);

test('one file of the command line writes, and every other asks it to', () => {
  const writing = /\bprocess\s*(?:\.|\[)[^;\n]*\bwrite\(|\bconsole\./;
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(sources.filter((name) => writing.test(readFileSync(join(folder, name), 'utf8')))).toEqual(['output.ts']);
});
