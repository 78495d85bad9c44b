import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpackBody } from './unpack-body.ts';

const text = '<rss>'.padEnd(4000, 'The harbour was quiet. ');
const limit = 10_000;
const packers: readonly (readonly [name: string, pack: (bytes: string) => Buffer])[] = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
];

describe('a packed body', () => {
  test.each(packers)('of %s is unpacked', (encoding, pack) => {
    expect(unpackBody(pack(text), encoding, limit)).toEqual({ kind: 'whole', bytes: Buffer.from(text) });
  });

  test.each(packers)('of %s that unpacks to more than the limit is too_large', (encoding, pack) => {
    expect(unpackBody(pack('x'.repeat(limit + 1)), encoding, limit)).toEqual({ kind: 'too_large' });
  });

  test.each(packers)('of %s that is cut off is truncated', (encoding, pack) => {
    const packed = pack(text);
    expect(unpackBody(packed.subarray(0, packed.length - 12), encoding, limit)).toEqual({ kind: 'truncated' });
  });

  test('of damaged gzip is damaged', () => {
    const packed = gzipSync(text);
    packed.fill(0xff, 12, 20);
    expect(unpackBody(packed, 'gzip', limit)).toEqual({ kind: 'damaged' });
  });

  test('without a header that says so is unpacked when it begins as gzip does', () => {
    expect(unpackBody(gzipSync(text), undefined, limit)).toMatchObject({ kind: 'whole', bytes: Buffer.from(text) });
  });

  test('packed four times over is damaged: nobody does that in earnest', () => {
    expect(unpackBody(gzipSync(text), 'gzip, gzip, gzip, gzip', limit)).toEqual({ kind: 'damaged' });
  });

  test('with an encoding nobody knows is taken as it is', () => {
    expect(unpackBody(Buffer.from('<rss/>'), 'utf-8', limit)).toEqual({ kind: 'whole', bytes: Buffer.from('<rss/>') });
  });
});
