import { expect, test } from 'vitest';
import type { FeedId } from '../../../contract/ids.ts';
import { afterTick, tickOfAll } from './feed-selection.ts';

const ids = [1, 2, 3, 4, 5] as FeedId[];
const [one, two, , four, five] = ids as [FeedId, FeedId, FeedId, FeedId, FeedId];

test('Shift ticks every feed between the last one ticked and this one, upwards too', () => {
  const selection = afterTick(new Set([four]), ids, { id: two, isSelected: true, from: four });
  expect([...selection].sort()).toEqual([2, 3, 4]);
});

test('Shift takes the ticks of a range away when the pressed one is taken away', () => {
  const selection = afterTick(new Set(ids), ids, { id: four, isSelected: false, from: two });
  expect([...selection]).toEqual([1, 5]);
});

test('a range from a feed that a filter has hidden is that one feed', () => {
  const selection = afterTick(new Set(), [four, five], { id: five, isSelected: true, from: one });
  expect([...selection]).toEqual([5]);
});

test('the tick of all is mixed while some of those shown are ticked', () => {
  expect(tickOfAll(new Set(), ids)).toBe('none');
  expect(tickOfAll(new Set([one]), ids)).toBe('some');
  expect(tickOfAll(new Set(ids), [one, two])).toBe('all');
});
