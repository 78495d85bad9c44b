/**
 * Second thoughts: an article that joined early, when little was known, moves to the story it is nearer to now. Makes the
 * outcome depend less on the order of arrival.
 */

import type { Story, StoryMember } from './story.ts';

const lead = 150; // bare headlines say too little for a second thought; moving them measured worse
const doubtful = 0.4; // an article nearer than this to the rest of its story is not asked again
const gain = 0.03; // how much nearer the other story must be
const largest = 60; // members; in a large story one article changes nothing
const grownBy = 1.5; // a story is looked over again once it is half as large again

interface Move {
  readonly member: StoryMember;
  readonly from: Story;
  readonly to: Story;
}

/** `nearest` finds the best other story that the member may join, and how near it is. */
export function restlessMembers(
  stories: Iterable<Story>,
  nearest: (member: StoryMember, from: Story) => Story | undefined,
): Move[] {
  const moves: Move[] = [];
  for (const from of stories) {
    if (from.size > largest || from.meanLead < lead || from.size < from.lookedOverAt * grownBy) continue;
    from.lookedOverAt = from.size;
    for (const member of from.members) {
      if (member.leadLength < lead) continue;
      const own = nearnessToRest(from, member);
      if (own >= doubtful) continue;
      const to = nearest(member, from);
      if (to !== undefined && to.dot(member.vector) / to.norm > own + gain) moves.push({ member, from, to });
    }
  }
  return moves;
}

/** Cosine to the centre of the others, 0 for an article that is alone. */
function nearnessToRest(story: Story, { vector }: StoryMember): number {
  if (story.size < 2) return 0;
  const inside = Math.max(0, story.dot(vector) - 1);
  return inside / Math.sqrt(Math.max(1e-9, story.norm ** 2 - 2 * inside - 1));
}
