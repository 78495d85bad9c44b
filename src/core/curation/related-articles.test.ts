import { describe, expect, test } from 'vitest';
import { dayMs } from './curation-article.ts';
import { article, floodStory, monday, trainStory, unrelated } from './fixtures/articles.ts';
import { type RelatedCandidate, rankRelated, relatedQueryWords } from './related-articles.ts';

const [flood, ...otherFloods] = floodStory;
if (flood === undefined) throw new Error('no story');

function found(...articles: typeof floodStory): RelatedCandidate[] {
  return articles.map((each) => ({ article: each }));
}

const options = { now: monday, limit: 5 };

describe('what the archive is asked', () => {
  test('names and rare words are asked for, common and small words are not', () => {
    const words = relatedQueryWords(flood);
    expect(words.length).toBeLessThanOrEqual(12);
    expect(words).toEqual(expect.arrayContaining(['marrow', 'eastbank', 'levy']));
    expect(words).not.toEqual(expect.arrayContaining(['the', 'year']));
  });

  test('a word in a tenth of the archive is not asked for', () => {
    expect(relatedQueryWords(flood, (word) => (word === 'marrow' ? 0.2 : undefined))).not.toContain('marrow');
  });

  test('an empty article asks for nothing', () => {
    expect(relatedQueryWords(article({ id: 1 }))).toEqual([]);
  });
});

describe('what is shown', () => {
  test('likeness orders the list and strangers are left out', () => {
    const strangers = Array.from({ length: 30 }, (_, index) => unrelated(index));
    const shown = rankRelated(flood, found(...strangers, ...trainStory, ...otherFloods), options).map(({ id }) => id);
    expect(new Set(shown)).toEqual(new Set(otherFloods.map(({ id }) => id)));
  });

  test('the article itself and its own story are not related articles', () => {
    const candidates = floodStory.map((each) => ({ article: each, story: 'flood' }));
    expect(rankRelated(flood, candidates, { ...options, ownStory: 'flood' })).toEqual([]);
    expect(rankRelated(flood, found(flood), options)).toEqual([]);
  });

  test('the same story is shown once', () => {
    const candidates = otherFloods.map((each) => ({ article: each, story: 'earlier' }));
    expect(rankRelated(flood, candidates, options)).toHaveLength(1);
  });

  test('two of one publisher at most, and the same headline once', () => {
    const same = otherFloods.map((each, index) => ({ ...each, id: `s${index}`, publisher: 'one.example' }));
    expect(rankRelated(flood, found(...same), options)).toHaveLength(2);
    const headline = otherFloods.map((each, index) => ({ ...each, id: `h${index}`, title: flood.title }));
    expect(rankRelated(flood, found(...headline), options)).toHaveLength(1);
  });

  test('of two alike the newer comes first, with its date', () => {
    const [other] = otherFloods;
    if (other === undefined) throw new Error('no other');
    const old = { ...other, id: 'old', title: 'Older Marrow accord levy note', publishedAt: monday - 90 * dayMs };
    const recent = {
      ...other,
      id: 'recent',
      publisher: 'b.example',
      title: 'Newer Marrow accord levy note',
      publishedAt: monday - dayMs,
    };
    const shown = rankRelated(flood, found(old, recent), options);
    expect(shown.map(({ id, at }) => [id, at])).toEqual([
      ['recent', monday - dayMs],
      ['old', monday - 90 * dayMs],
    ]);
  });
});
