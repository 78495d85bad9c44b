import { describe, expect, test } from 'vitest';
import { articleTopics } from './article-topics.ts';
import { textsHeldOut, textsKnown } from './fixtures/topic-texts.ts';

const never =
  /\p{N}|\b(?:nine|twelve|always|holding|log|said|neun|immer|neuf|toujours|nueve|siempre|nove|sempre|negen|altijd|nio)\b/iu;

describe('what an article is about', () => {
  test.each(textsKnown.map((text) => [text.language, text.title, text] as const))('%s: %s', (_, __, text) => {
    const topics = articleTopics(text);
    expect(
      topics.filter((topic) => ![...text.must, ...text.may].includes(topic)),
      'nonsense',
    ).toEqual([]);
    expect(topics).toEqual(expect.arrayContaining([...text.must]));
    expect(topics.join(' ')).not.toMatch(never);
  });

  test('of texts that no rule was made by, nothing is nonsense and nine topics of ten are found', () => {
    const found = textsHeldOut.map((text) => ({ ...text, topics: articleTopics(text) }));
    const nonsense = found.flatMap(({ topics, must, may }) =>
      topics.filter((topic) => ![...must, ...may].includes(topic)),
    );
    const missed = found.flatMap(({ topics, must }) => must.filter((topic) => !topics.includes(topic)));
    const wanted = found.reduce((sum, { must }) => sum + must.length, 0);
    expect(nonsense).toEqual([]);
    expect(missed.length / wanted, missed.join(', ')).toBeLessThanOrEqual(0.1);
  });

  test('texts are many and in many languages, a third of them held out', () => {
    const all = [...textsKnown, ...textsHeldOut];
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(new Set(all.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
    expect(textsHeldOut.length / all.length).toBeGreaterThanOrEqual(1 / 3);
  });
});
