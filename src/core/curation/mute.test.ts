import { describe, expect, test } from 'vitest';
import { dayMs } from './curation-article.ts';
import { monday } from './fixtures/articles.ts';
import { type Mute, mutedBecause, storyMuteDays } from './mute.ts';

const flood = { title: 'Eleven ports agree on the flood levy', lead: '', story: 'flood' };

const storyMute = (story: string): Mute => ({ id: 'm1', kind: 'story', story, until: monday + storyMuteDays * dayMs });

describe('muting', () => {
  test('a story is silent for seven days, with the reason', () => {
    const mutes = [storyMute('flood')];
    expect(mutedBecause(flood, mutes, { now: monday + 6 * dayMs })).toEqual({
      mute: 'm1',
      kind: 'story',
      because: 'flood',
      until: monday + 7 * dayMs,
    });
    expect(mutedBecause(flood, mutes, { now: monday + 7 * dayMs })).toBeUndefined();
  });

  test('a muted story stays silent under the id it was merged into', () => {
    const resolve = (id: string) => (id === 'old' ? 'flood' : id);
    expect(mutedBecause(flood, [storyMute('old')], { now: monday, resolve })?.mute).toBe('m1');
  });

  test('a topic is silent for good: all its words, in any form and order', () => {
    const topic: Mute = { id: 'm2', kind: 'topic', words: 'levies flood' };
    expect(mutedBecause(flood, [topic], { now: monday + 900 * dayMs })?.because).toBe('levies flood');
    expect(mutedBecause({ title: 'A levy on tonnage', lead: '' }, [topic], { now: monday })).toBeUndefined();
  });

  test('an empty topic silences nothing', () => {
    expect(mutedBecause(flood, [{ id: 'm3', kind: 'topic', words: ' … ' }], { now: monday })).toBeUndefined();
  });
});
