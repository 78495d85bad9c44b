/** A body that is sent byte by byte: it is no larger for that, and must not become so here. */
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchResource } from './fetch-resource.ts';
import { GatheredBytes } from './gathered-bytes.ts';
import { createHttpClient } from './http-client.ts';

const mebibyte = 1024 * 1024;
const clock = { now: () => Date.now() };

/** Answers with 2 MB in as many chunks. */
async function serveByteByByte(): Promise<number> {
  const chunks = Buffer.from('1\r\nx\r\n'.repeat(2 * mebibyte));
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nTransfer-Encoding: chunked\r\n\r\n');
      socket.end(Buffer.concat([chunks, Buffer.from('0\r\n\r\n')]));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('two megabytes in chunks of a byte take no hundred megabytes of memory', async () => {
  const port = await serveByteByByte();
  const client = createHttpClient({ version: '0', clock, hostOverrides: { 'drip.example': `127.0.0.1:${port}` } });
  onTestFinished(() => client.close());
  const before = process.memoryUsage().heapUsed;
  const got = await fetchResource({ url: 'http://drip.example/' }, { client, clock });
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * mebibyte);
  expect(got.kind === 'fetched' && got.bytes.equals(Buffer.alloc(2 * mebibyte, 'x'))).toBe(true);
});

test('small and large parts come out in the order in which they came', () => {
  const gathered = new GatheredBytes();
  const sizes = [1, 5_000, 0, 3, 1023, 1024, 70_000, 2, ...Array.from({ length: 300 }, () => 700)];
  const parts = sizes.map((size, n) => Buffer.alloc(size, n % 251));
  for (const part of parts) gathered.add(part);
  expect(gathered.whole().equals(Buffer.concat(parts))).toBe(true);
  expect(new GatheredBytes().whole()).toHaveLength(0);
});
