/** The merge pass: stories that turned out to be one are joined, best pair first, until none is left. */

import { areTwoEvents } from './split-story.ts';
import type { Story } from './story.ts';
import type { StoryIndex } from './story-index.ts';
import { mergeLikeness } from './story-thresholds.ts';

const roundsAtMost = 30; // each round joins at least one pair; real batches settle in under ten

interface MergePass {
  readonly index: StoryIndex;
  /** Stories changed since the last pass: only these can have come near another. Merged ones are added. */
  readonly touched: Set<Story>;
  readonly mayMerge: (a: Story, b: Story) => boolean;
  readonly merge: (a: Story, b: Story) => Story;
}

interface Pair {
  readonly a: Story;
  readonly b: Story;
  readonly likeness: number;
}

/** About one search for each touched story and round. */
export function mergeStories({ index, touched, mayMerge, merge }: MergePass): void {
  let asking = [...touched];
  for (let round = 0; round < roundsAtMost && asking.length > 0; round += 1) {
    const pairs = asking.flatMap((story) => near(story, index, mayMerge));
    pairs.sort((x, y) => y.likeness - x.likeness || x.a.slot - y.a.slot || x.b.slot - y.b.slot);
    const used = new Set<Story>();
    const merged: Story[] = [];
    const waiting = new Set<Story>();
    for (const { a, b } of pairs) {
      if (used.has(a) || used.has(b)) {
        if (!used.has(a)) waiting.add(a);
        continue;
      }
      used.add(a).add(b);
      merged.push(merge(a, b));
    }
    asking = [...merged, ...[...waiting].filter((story) => !used.has(story))];
  }
}

function near(story: Story, index: StoryIndex, mayMerge: MergePass['mayMerge']): Pair[] {
  const terms = Array.from(story.terms, (term) => ({ term, weight: story.weight(term) }));
  return index.candidates(terms, story).flatMap((other) => {
    const likeness = mergeLikeness(story, other);
    if (likeness === undefined || !mayMerge(story, other) || areTwoEvents(story, other)) return [];
    return [{ a: story, b: other, likeness }];
  });
}
