import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeMedia, storeMedia } from './media-store.ts';
import { sniffMedia } from './sniff-media.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the media folder', () => {
  it('a picture lies once under the fingerprint of what is in it', async () => {
    const first = await storeMedia(folder, png);
    const again = await storeMedia(folder, png);
    expect(again).toEqual(first);
    if (!first.ok) throw new Error(first.error.message);
    expect(first.value).toMatchObject({ mimeType: 'image/png', sizeBytes: png.length });
    expect(await readFile(join(folder, first.value.path))).toEqual(png);
    expect((await readdir(folder, { recursive: true })).filter((name) => name.includes('.'))).toEqual([
      first.value.path,
    ]);
  });

  it('what only calls itself a picture is refused', async () => {
    const result = await storeMedia(folder, Buffer.from('<!doctype html><svg></svg>'));
    expect(result.ok || result.error.code).toBe('bad_input');
    expect(await readdir(folder)).toEqual([]);
  });

  it('where a file stands in the way of the folder, that is thrown as the fault it is', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(storeMedia(join(folder, 'file'), png)).rejects.toThrow();
  });

  it('no path leads out of the folder', async () => {
    const outside = join(folder, 'keep.txt');
    await writeFile(outside, 'x');
    await removeMedia(join(folder, 'media'), ['../keep.txt', '..%2fkeep.txt']);
    expect(await readFile(outside, 'utf8')).toBe('x');
  });
});

describe('what a file is', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x1cftypavif', 'image/avif'],
    ['\0\0\x01\0', 'image/x-icon'],
    ['ID3\x04', 'audio/mpeg'],
    ['OggS', 'audio/ogg'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['<?xml version="1.0"?>\n<!-- made -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<html><body><svg/></body></html>', undefined],
    ['MZ\x90\0', undefined],
    ['', undefined],
  ])('%j is %s', (start, mimeType) => {
    expect(sniffMedia(Buffer.from(start, 'latin1'))?.mimeType).toBe(mimeType);
  });
});
