/** How a browser tab is let in, who else is not, and how it finds its server again. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { test as base, expect } from '../support/app.ts';
import { letIn, type StartedServer, startServer } from '../support/launch-browser-window.ts';
import { call, callFor } from '../support/pages/call.ts';

interface Fixtures {
  /** Starts the server on the test's library, as `npm start` does; it is ended with the test. */
  readonly serve: () => Promise<StartedServer>;
  readonly context: BrowserContext;
}

const test = base.extend<Fixtures>({
  serve: async ({ folder }, use) => {
    const started: StartedServer[] = [];
    await use(async () => {
      const server = await startServer(['--library', join(folder, 'library'), '--no-polling']);
      started.push(server);
      return server;
    });
    for (const server of started) await server.close();
  },
  context: async ({ browserOnce }, use) => {
    const context = await (await browserOnce()).newContext();
    await use(context);
    await context.close();
  },
});

const firstRun = (page: Page) => page.locator('.fr, .side').first();
const closed = (page: Page) => page.getByRole('heading', { name: 'Open Broadsheet once more' });
const lost = (page: Page) => page.getByText('Broadsheet is not running. Start it again');

async function open(context: BrowserContext, server: StartedServer): Promise<Page> {
  const page = await context.newPage();
  await letIn(page, server);
  await expect(firstRun(page)).toBeVisible();
  return page;
}

/** A server of somebody else, which keeps what it is sent. */
async function stranger(port = 0) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><script>fetch("/again", { credentials: "include" })</script>');
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    asked,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

const secretOf = (page: Page) => page.evaluate(() => sessionStorage.getItem('broadsheet-session') ?? '');

async function visited(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { entries } = await cdp.send('Page.getNavigationHistory');
  return entries.map(({ url, userTypedURL }) => `${url} ${userTypedURL}`).join('\n');
}

test('another server of this computer gets nothing of the session from the browser', async ({ serve, context }) => {
  const other = await stranger();
  const page = await open(context, await serve());
  const secret = await secretOf(page);
  await page.goto(other.address);
  await expect.poll(() => other.asked.some(({ url }) => url === '/again')).toBe(true);
  for (const { headers } of other.asked) {
    expect(headers.cookie).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(secret);
  }
  expect(await context.cookies()).toEqual([]);
  await other.close();
});

test('neither the token nor the secret stands in an address that the browser remembers', async ({ serve, context }) => {
  const server = await serve();
  const token = /value="([\w-]{43})"/.exec(readFileSync(server.entryFile, 'utf8'))?.[1] ?? '';
  expect(token).not.toBe('');
  const page = await open(context, server);
  const history = await visited(page);
  expect(history).not.toContain(token);
  expect(history).not.toContain(await secretOf(page));
});

test('a token typed with its address is out of it at once, and lets in once', async ({
  serve,
  context,
  browserOnce,
}) => {
  const server = await serve();
  const token = /value="([\w-]{43})"/.exec(readFileSync(server.entryFile, 'utf8'))?.[1] ?? '';
  const page = await context.newPage();
  await page.goto(`${server.address}#token=${token}`);
  await expect(firstRun(page)).toBeVisible();
  expect(page.url()).toBe(server.address);
  const other = await (await browserOnce()).newContext();
  const second = await other.newPage();
  await second.goto(`${server.address}#token=${token}`);
  await expect(closed(second)).toBeVisible();
  expect(await callFor(page, 'settings.get', {})).toMatchObject({ ok: true });
  await other.close();
});

test('the file that lets in is gone once it did', async ({ serve, context }) => {
  const server = await serve();
  await open(context, server);
  expect(() => readFileSync(server.entryFile)).toThrow(/ENOENT/);
});

test('a token lets nobody in after its minute', async ({ serve, context }) => {
  test.setTimeout(150_000);
  const server = await serve();
  const token = /value="([\w-]{43})"/.exec(readFileSync(server.entryFile, 'utf8'))?.[1] ?? '';
  const page = await context.newPage();
  await page.waitForTimeout(61_000);
  await page.goto(`${server.address}#token=${token}`);
  await expect(closed(page)).toBeVisible();
  expect(() => readFileSync(server.entryFile)).toThrow(/ENOENT/);
});

for (const end of ['close', 'kill'] as const)
  test(`an open tab finds its server again after ${end === 'kill' ? 'a crash' : 'a restart'}`, async ({
    serve,
    context,
  }) => {
    const first = await serve();
    const page = await open(context, first);
    await first[end]();
    await expect(lost(page)).toBeVisible();
    const second = await serve();
    expect(second.address).toBe(first.address);
    await expect(lost(page)).toBeHidden();
    await call(page, 'settings.set', { theme: 'dark' });
    // its stream of events is open again
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(firstRun(page)).toBeVisible();
  });

test('a tab that was reloaded while nothing ran works again once Broadsheet does', async ({ serve, context }) => {
  const first = await serve();
  const page = await open(context, first);
  await first.close();
  await page.reload().catch(() => undefined); // the browser's own page
  await expect(firstRun(page)).toBeHidden();
  await serve();
  await page.goto(first.address);
  await expect(firstRun(page)).toBeVisible();
});

test('a bookmark opens while another tab is open, and else says how Broadsheet is opened', async ({
  serve,
  context,
  browserOnce,
}) => {
  const server = await serve();
  const page = await open(context, server);
  const second = await context.newPage();
  await second.goto(server.address);
  await expect(firstRun(second)).toBeVisible();
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void window.open('/'));
  await expect(firstRun(await opened)).toBeVisible();
  const stranger = await (await browserOnce()).newContext();
  const other = await stranger.newPage();
  await other.goto(server.address);
  await expect(closed(other)).toBeVisible();
  await stranger.close();
});

test('a program that takes the port of an ended server is told nothing by the tab, and does not keep it', async ({
  serve,
  context,
}) => {
  const first = await serve();
  const page = await open(context, first);
  const secret = await secretOf(page);
  await first.close();
  const other = await stranger(Number(new URL(first.address).port));
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide')));
  await expect.poll(() => other.asked.length).toBeGreaterThan(1);
  for (const { method, url, headers } of other.asked) {
    expect(`${method} ${url}`).toMatch(/^GET \/hello\/[\w-]{43}\/[\w-]{22}$/);
    expect(JSON.stringify([url, headers])).not.toContain(secret);
  }
  // the next start leaves it the port, and lets in nobody that it may have heard of
  const second = await serve();
  expect(second.address).not.toBe(first.address);
  const answer = await fetch(`${second.address}rpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'broadsheet-session': secret },
    body: JSON.stringify({ name: 'settings.get', input: {} }),
  });
  expect(answer.status).toBe(401);
  await other.close();
});

test('a second server of the same library leaves the first its port and its tabs', async ({ serve, context }) => {
  const first = await serve();
  await open(context, first);
  const second = await serve();
  expect(second.address).not.toBe(first.address);
  const page = await open(context, second);
  await second.close();
  await expect(lost(page)).toBeVisible();
  await first.close();
  expect((await serve()).address).toBe(first.address);
});

test('a file that was opened before lets nobody in again, and leads to the words for it', async ({
  serve,
  context,
}) => {
  const server = await serve();
  const file = readFileSync(server.entryFile, 'utf8');
  await (await open(context, server)).close();
  const page = await context.newPage();
  await page.goto(pathToFileURL(import.meta.filename).href);
  await page.setContent(file, { waitUntil: 'commit' }).catch(() => undefined); // it leads away at once
  await page.waitForURL(server.address);
  await expect(closed(page)).toBeVisible();
});
