/** Pictures that are small on the wire and large on the disk, and more of them than the folder may hold. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { errorOf, mustBeOk, rss, type TestCore, testCore, testServer } from '../../../testing/test-core.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function bytesKept({ folder }: TestCore): number {
  const files = readdirSync(join(folder, 'media'), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

async function withServer(paths: readonly string[]) {
  const server = await testServer();
  const pictures = paths.map((path) => `&lt;img src="${server.url(path)}"&gt;`).join('');
  server.serve('/feed', rss({ items: [{ guid: 'a', title: 'First', text: pictures }] }));
  const app = await testCore();
  mustBeOk(await app.call('feeds.add', { url: server.url('/feed'), allowPrivate: true }));
  return { server, app };
}

it.each(['image/png', 'audio/mpeg'])(
  'a packed picture that becomes 180 MB is not unpacked, also where it is called %s',
  async (type) => {
    const { server, app } = await withServer(['/bomb']);
    const bomb = gzipSync(Buffer.concat([png, Buffer.alloc(180 * 1024 * 1024)]));
    server.serve('/bomb', { headers: { 'content-type': type, 'content-encoding': 'gzip' }, body: bomb });
    const before = process.memoryUsage().rss;
    expect(errorOf(await app.core.call('media.get', { url: server.url('/bomb') }))).toBe('too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  },
);

it('the folder is held to its size by bytes, not by the number of files', async () => {
  const paths = Array.from({ length: 7 }, (_, n) => `/${n}.png`);
  const { server, app } = await withServer(paths);
  mustBeOk(await app.call('settings.set', { mediaCacheMb: 50 }));
  for (const [n, path] of paths.entries()) {
    const body = Buffer.concat([png, Buffer.alloc(16), Buffer.alloc(15 * 1024 * 1024, n)]);
    server.serve(path, { headers: { 'content-type': 'image/png' }, body });
    expect(errorOf(await app.core.call('media.get', { url: server.url(path) }))).toBe('ok');
  }
  expect(bytesKept(app)).toBeLessThan(51 * 1024 * 1024);
});
