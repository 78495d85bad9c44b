import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byteRange, fileAnswer } from './file-answer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-file-'));
  await writeFile(join(folder, 'sound'), '0123456789');
  await writeFile(join(folder, 'empty'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function ask(name: string, range?: string, method = 'GET'): Promise<Response | undefined> {
  const request = new Request('http://app.test/media', { method, headers: range ? { range } : {} });
  return fileAnswer(request, join(folder, name), { 'content-type': 'audio/mpeg' });
}

test.each([
  ['bytes=2-4', { first: 2, last: 4 }],
  ['bytes=7-', { first: 7, last: 9 }],
  ['bytes=7-400', { first: 7, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-40', { first: 0, last: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=4-2', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['lines=0-1', 'whole'],
  ['bytes=-', 'whole'],
  [null, 'whole'],
])('of ten bytes, %s gives %o', (header, expected) => {
  expect(byteRange(header, 10)).toEqual(expected);
});

test('a player that seeks gets only the bytes it asks for', async () => {
  const answer = await ask('sound', 'bytes=3-5');
  expect(answer?.status).toBe(206);
  expect(answer?.headers.get('content-range')).toBe('bytes 3-5/10');
  expect(answer?.headers.get('content-length')).toBe('3');
  expect(await answer?.text()).toBe('345');
});

test('without a range the whole file is sent and says that ranges may be asked for', async () => {
  const answer = await ask('sound');
  expect(answer?.status).toBe(200);
  expect(answer?.headers.get('accept-ranges')).toBe('bytes');
  expect(await answer?.text()).toBe('0123456789');
});

test('a range behind the end is answered 416 with the size', async () => {
  const answer = await ask('sound', 'bytes=50-');
  expect([answer?.status, answer?.headers.get('content-range')]).toEqual([416, 'bytes */10']);
});

test('HEAD gives the size and no body', async () => {
  const answer = await ask('sound', undefined, 'HEAD');
  expect([answer?.headers.get('content-length'), await answer?.text()]).toEqual(['10', '']);
});

test('an empty file is an empty answer', async () => {
  const answer = await ask('empty');
  expect([answer?.status, await answer?.text()]).toEqual([200, '']);
});

test('a file that is not there, or a folder, is no answer', async () => {
  expect(await ask('absent')).toBeUndefined();
  expect(await ask('.')).toBeUndefined();
});
