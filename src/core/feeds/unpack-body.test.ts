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
  test.each(packers)('of %s is unpacked', async (encoding, pack) => {
    expect(await unpackBody(pack(text), encoding, limit)).toEqual({ kind: 'whole', bytes: Buffer.from(text) });
  });

  test.each(packers)('of %s that unpacks to more than the limit is too_large', async (encoding, pack) => {
    expect(await unpackBody(pack('x'.repeat(limit + 1)), encoding, limit)).toEqual({ kind: 'too_large' });
  });

  test.each(packers)('of %s that is cut off is truncated', async (encoding, pack) => {
    const packed = pack(text);
    expect(await unpackBody(packed.subarray(0, packed.length - 12), encoding, limit)).toEqual({ kind: 'truncated' });
  });

  test.each(packers)(
    'of %s that is too large for the quick way is unpacked, and judged alike',
    async (encoding, pack) => {
      const long = Buffer.from(text.repeat(500));
      const packed = pack(long.toString());
      expect(await unpackBody(packed, encoding, long.length)).toEqual({ kind: 'whole', bytes: long });
      expect(await unpackBody(packed, encoding, long.length - 1)).toEqual({ kind: 'too_large' });
      const cut = packed.subarray(0, packed.length - 6);
      expect(await unpackBody(cut, encoding, long.length)).toEqual({ kind: 'truncated' });
    },
  );

  test('of damaged gzip is damaged', async () => {
    const packed = gzipSync(text);
    packed.fill(0xff, 12, 20);
    expect(await unpackBody(packed, 'gzip', limit)).toEqual({ kind: 'damaged' });
  });

  test('without a header that says so is unpacked when it begins as gzip does', async () => {
    expect(await unpackBody(gzipSync(text), undefined, limit)).toMatchObject({
      kind: 'whole',
      bytes: Buffer.from(text),
    });
  });

  test('packed four times over is damaged: nobody does that in earnest', async () => {
    expect(await unpackBody(gzipSync(text), 'gzip, gzip, gzip, gzip', limit)).toEqual({ kind: 'damaged' });
  });

  test('with an encoding nobody knows is taken as it is', async () => {
    expect(await unpackBody(Buffer.from('<rss/>'), 'utf-8', limit)).toEqual({
      kind: 'whole',
      bytes: Buffer.from('<rss/>'),
    });
  });
});
