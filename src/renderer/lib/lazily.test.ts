import { expect, test } from 'vitest';
import { holdLoading, lazily } from './lazily.ts';

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

test('while loading is held nothing is asked for, and afterwards it is', async () => {
  let asked = 0;
  let release = (): void => {};
  holdLoading(
    () =>
      new Promise((resolve) => {
        release = resolve;
      }),
  );
  const part = lazily(async () => {
    asked += 1;
    return () => null;
  });
  const loaded = part.preload();
  await Promise.resolve();
  expect(asked).toBe(0);
  release();
  await loaded;
  expect(asked).toBe(1);
  holdLoading(() => Promise.resolve());
});
