import { expect, test } from 'vitest';
import { spreadAfterWake } from './spread-after-wake.ts';

const now = 1_800_000_000_000;
const overdue = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `f${index}`, nextPollAt: now - index * 1000 }));

test('after waking, the feeds that have waited longest come first, none in the first seconds, four in each', () => {
  const planned = spreadAfterWake(overdue(8), now, () => 0);
  expect(planned.map((one) => one.key)).toEqual(['f7', 'f6', 'f5', 'f4', 'f3', 'f2', 'f1', 'f0']);
  expect(planned.map((one) => one.at - now)).toEqual([3000, 3250, 3500, 3750, 4000, 4250, 4500, 4750]);
});

test('five thousand feeds are all asked within ten minutes of waking', () => {
  const planned = spreadAfterWake(overdue(5000), now, () => 0.999);
  expect(Math.max(...planned.map((one) => one.at)) - now).toBeLessThanOrEqual(603_000);
  expect(new Set(planned.map((one) => one.at)).size).toBe(5000);
});

test('nothing overdue plans nothing', () => expect(spreadAfterWake([], now, () => 0)).toEqual([]));
