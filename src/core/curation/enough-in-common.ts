/** Whether a text of a few words shares enough of them with a story to be part of it: a single word, or the name of a country, is not enough. */
import type { Story, StoryMember } from './story.ts';
import { type TermVocabulary, termOf } from './term-vocabulary.ts';

const leastShared = 2;
/** Terms of a text of a few words; small words are not counted. */
const fewWords = 3;
/** One more, and it may share a single word, but not a name of two and nothing else. */
const someWords = 4;

/** A text of a few words joins by two of them that are not one name; of a longer one its likeness tells. */
export function hasEnoughInCommon(member: StoryMember, story: Story, vocabulary: TermVocabulary): boolean {
  let [own, shared, pairs] = [0, 0, 0];
  for (const element of member.vector) {
    const term = termOf(element);
    const isShared = story.weight(term) > 0;
    // "South Korea" is the word it is two of.
    if (vocabulary.surface(term).includes(' ')) pairs += isShared ? 1 : 0;
    else {
      own += 1;
      shared += isShared ? 1 : 0;
    }
  }
  if (shared - pairs >= leastShared || own > someWords) return true;
  return own > fewWords && pairs === 0;
}

/** The same of two stories; where both have several articles, their likeness has shown it already. */
export function haveEnoughInCommon(a: Story, b: Story, vocabulary: TermVocabulary): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const [only] = small.members;
  return small.size > 1 || only === undefined || hasEnoughInCommon(only, large, vocabulary);
}
