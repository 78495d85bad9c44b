/** Whether an article and a story share enough words to be one: a single word, or the name of a country, is not enough. */
import type { Story, StoryMember } from './story.ts';
import { type TermVocabulary, termOf } from './term-vocabulary.ts';

const leastShared = 2;
/** Terms of a text of about a dozen words; small words are not counted. */
const shortText = 7;
const leastSharedOfShort = 0.4;

/** Two words beside pairs of words; of a text under a dozen words two in five besides. Two words of one name are one. */
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
  if (shared - pairs < leastShared) return false;
  return own >= shortText || shared >= own * leastSharedOfShort;
}

/** The same of two stories; where both have several articles, their likeness has shown it already. */
export function haveEnoughInCommon(a: Story, b: Story, vocabulary: TermVocabulary): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const [only] = small.members;
  return small.size > 1 || only === undefined || hasEnoughInCommon(only, large, vocabulary);
}
