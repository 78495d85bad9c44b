/** The proxy that the system's own settings name, which Electron alone can read on Windows and macOS. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { launchStandIn } from '../../support/launch-stand-in.ts';

const main = fileURLToPath(new URL('../../../out/main/index.js', import.meta.url));
const feed =
  '<rss version="2.0"><channel><title>Proxy Courier</title><item><guid>a</guid><title>By way of the proxy</title></item></channel></rss>';
/** The environment would be followed first. */
const noProxies = { HTTP_PROXY: '', HTTPS_PROXY: '', ALL_PROXY: '', http_proxy: '', https_proxy: '', all_proxy: '' };

test.use({ trace: 'off' });

test('feeds come through the proxy of the system', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-proxy-'));
  const asked: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const at = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const app = await launchStandIn({
    main,
    args: [`--user-data-dir=${join(folder, 'user-data')}`, '--library', join(folder, 'library')],
    env: { ...noProxies, STAND_IN_PROXY: `PROXY ${at}; DIRECT` },
  });
  const page = await app.firstWindow();
  const answer = await page.evaluate(() => window.broadsheet?.call('feeds.add', { url: 'http://papers.example/feed' }));
  expect(answer).toMatchObject({ ok: true, value: { title: 'Proxy Courier', added: 1 } });
  expect(asked).toContain('http://papers.example/feed');
  await app.close();
  proxy.closeAllConnections();
  proxy.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
