/**
 * Tells two events that are told in the same words (a fire here and a fire there, two quarters of two firms): they share
 * the words around and not the five that each is most about, which are names as a rule.
 */

import type { Story, StoryMember } from './story.ts';
import { headOf, termOf } from './term-vocabulary.ts';

const shareExpected = 0.6; // of each other’s five: 0.5 parted fewer twins, and left more to the order of arrival

/** 0 when they share three fifths of what they are about or more, 0.6 when nothing. */
export function memberApart({ vector }: StoryMember, story: Story): number {
  const held = new Set(Array.from(vector, termOf));
  return apart(
    share(headOf(vector), (term) => story.weight(term) > 0),
    share(story.headTerms(), (term) => held.has(term)),
  );
}

export function storiesApart(a: Story, b: Story): number {
  return apart(
    share(a.headTerms(), (term) => b.weight(term) > 0),
    share(b.headTerms(), (term) => a.weight(term) > 0),
  );
}

function share(head: readonly number[], isHeld: (term: number) => boolean): number {
  return head.filter(isHeld).length / Math.max(1, head.length);
}

function apart(one: number, other: number): number {
  return Math.max(0, shareExpected - (one + other) / 2);
}
