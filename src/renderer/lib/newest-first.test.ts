import { expect, test } from 'vitest';
import { newestFirst } from './newest-first.ts';

/** Jobs that end when they are told to, in a lane of two. */
function lane() {
  const { run, hurry } = newestFirst<string>(2);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (key: string): void =>
    void run(key, () => {
      begun.push(key);
      return new Promise<void>((end) => ends.set(key, end));
    });
  const end = async (key: string): Promise<void> => {
    ends.get(key)?.();
    await new Promise((later) => setTimeout(later));
  };
  return { start, end, hurry, begun };
}

const settled = () => new Promise((later) => setTimeout(later));

test('two run at a time, and what was asked for last goes on first', async () => {
  const { start, end, begun } = lane();
  for (const key of ['a', 'b', 'c', 'd', 'e']) start(key);
  await settled();
  expect(begun).toEqual(['a', 'b']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'e']);
  await end('e');
  await end('b');
  expect(begun).toEqual(['a', 'b', 'e', 'd', 'c']);
});

test('what is wished for itself begins at once', async () => {
  const { start, end, hurry, begun } = lane();
  for (const key of ['a', 'b', 'c', 'd']) start(key);
  hurry('c');
  hurry('c');
  hurry('none');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

test('one that fails makes room as well', async () => {
  const { run } = newestFirst<number>(1);
  await expect(run(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await run(2, async () => 'yes')).toBe('yes');
});
