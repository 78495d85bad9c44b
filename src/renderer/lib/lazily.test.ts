import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

const Page = () => null;

test('a part is loaded once, however often it is wanted', async () => {
  let loads = 0;
  const part = lazily(async () => {
    loads += 1;
    return Page;
  });
  await Promise.all([part.preload(), part.preload()]);
  await part.preload();
  expect(loads).toBe(1);
  expect(part.component()).toBe(Page);
});

test('a part that could not be loaded is asked for again when it is wanted again', async () => {
  let loads = 0;
  const part = lazily(async () => {
    loads += 1;
    if (loads === 1) throw new Error('The server does not answer.');
    return Page;
  });
  const waitedFor = part.component();
  await expect(part.preload()).rejects.toThrow('does not answer');
  expect(part.component()).toBe(waitedFor);
  part.again();
  expect(part.component()).not.toBe(waitedFor);
  await part.preload();
  expect(part.component()).toBe(Page);
});
