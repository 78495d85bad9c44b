import { describe, expect, test } from 'vitest';
import { hourMs } from './curation-article.ts';
import {
  allStoriesBestFirst,
  type RankableArticle,
  type RankableStory,
  scoreStory,
  type TopStories,
  type TopStoriesOptions,
  topStories,
} from './rank-stories.ts';

const now = Date.UTC(2026, 10, 24, 8);
const context = { now, publishers: new Map() };

function report(publisher: string, hoursAgo: number, more: Partial<RankableArticle> = {}): RankableArticle {
  const at = now - hoursAgo * hourMs;
  return { id: `${publisher}-${hoursAgo}`, publisher, at, hasLead: true, hasPicture: false, read: false, ...more };
}

function story(id: string, articles: readonly RankableArticle[]): RankableStory {
  return { id, articles };
}

function ids(top: TopStories): string[] {
  return top.kind === 'stories' ? top.stories.map((numbers) => numbers.story) : [];
}

function options(more: Partial<TopStoriesOptions> = {}): TopStoriesOptions {
  return { ...context, activePublishers: 40, limit: 10, ...more };
}

const papers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `${letter}.example`);

describe('the numbers of a story', () => {
  test('30 feeds of one publisher count as one', () => {
    const numbers = scoreStory(
      story(
        's',
        Array.from({ length: 30 }, (_, index) => report('group.example', 0, { id: index })),
      ),
      context,
    );
    expect(numbers?.publishers).toBe(1);
    expect(numbers?.coverage).toBeCloseTo(1);
  });

  test('agency text in eight papers counts 2.75, not 8', () => {
    const copies = papers.map((paper, index) => report(paper, 0, index === 0 ? {} : { copyOf: 'a.example-0' }));
    const numbers = scoreStory(story('s', copies), context);
    expect(numbers?.coverage).toBeCloseTo(2.75);
    expect(numbers?.copies).toBe(7);
  });

  test('a live blog that grows adds no coverage and no freshness', () => {
    const once = scoreStory(story('s', [report('a.example', 5), report('b.example', 4)]), context);
    const grown = scoreStory(
      story('s', [report('a.example', 5), report('b.example', 4), report('a.example', 0)]),
      context,
    );
    expect(grown?.score).toBeCloseTo(once?.score ?? 0);
    expect(grown?.lastJoinedAt).toBe(once?.lastJoinedAt);
  });

  test('the score is the product of the numbers shown', () => {
    const numbers = scoreStory(
      {
        ...story(
          's',
          papers.map((paper, index) => report(paper, index)),
        ),
        interest: 1,
      },
      context,
    );
    if (numbers === undefined) throw new Error('no numbers');
    const { coverage, fresh, burst, personal, seen, score } = numbers;
    expect(score).toBeCloseTo(Math.log(1 + coverage) * fresh * burst * personal * seen, 12);
    expect(coverage).toBeCloseTo(
      numbers.perPublisher.reduce((sum, entry) => sum + entry.vote, 0),
      12,
    );
  });

  test('a paper that places it first counts more than one that hides it', () => {
    const at = (position: number) =>
      scoreStory(story('s', [report('a.example', 1, { position })]), context)?.coverage ?? 0;
    expect(at(0)).toBeGreaterThan(at(20));
  });

  test('a loud publisher counts less and the reader’s weight counts', () => {
    const vote = (perDay: number, weight: number) =>
      scoreStory(story('s', [report('a.example', 0)]), {
        now,
        publishers: new Map([['a.example', { perDay, weight }]]),
      })?.coverage ?? 0;
    expect(vote(200, 1)).toBeLessThan(vote(2, 1));
    expect(vote(2, 2)).toBeCloseTo(2 * vote(2, 1));
    expect(vote(2, 50)).toBe(vote(2, 2));
  });

  test('interest moves a story by a quarter at most', () => {
    const personal = (interest: number) =>
      scoreStory({ ...story('s', [report('a.example', 0)]), interest }, context)?.personal ?? 0;
    expect(personal(100)).toBeCloseTo(1.25);
    expect(personal(-100)).toBeCloseTo(0.75);
  });

  test('a story of the future date counts as new, not as newer than new', () => {
    expect(scoreStory(story('s', [report('a.example', -500)]), context)?.fresh).toBe(1);
  });
});

describe('top stories', () => {
  test('three feeds only: there is no agreement to show', () => {
    expect(topStories([story('s', [report('a.example', 1)])], options({ activePublishers: 3 }))).toEqual({
      kind: 'too-few-sources',
      activePublishers: 3,
    });
  });

  test('a story needs three publishers, or two in a small library, and never one', () => {
    const two = story('two', [report('a.example', 1), report('b.example', 1)]);
    const one = story('one', [report('a.example', 1), report('a.example', 0)]);
    expect(ids(topStories([two, one], options()))).toEqual([]);
    expect(ids(topStories([two, one], options({ activePublishers: 10 })))).toEqual(['two']);
  });

  test('a story nobody joined for 36 hours is over', () => {
    expect(
      ids(
        topStories(
          [
            story(
              'old',
              papers.map((paper) => report(paper, 40)),
            ),
          ],
          options(),
        ),
      ),
    ).toEqual([]);
  });

  test('more publishers come first; one section does not fill the list', () => {
    const sport = ['s1', 's2', 's3'].map((id) =>
      story(
        id,
        papers.slice(0, 5).map((paper) => report(paper, 1, { section: 'Sport' })),
      ),
    );
    const world = story(
      'w',
      papers.slice(1, 6).map((paper) => report(paper, 1.5, { section: 'World' })),
    );
    expect(ids(topStories([...sport, world], options())).indexOf('w')).toBe(1);
    expect(
      ids(
        topStories(
          [
            world,
            story(
              'big',
              papers.map((paper) => report(paper, 1)),
            ),
          ],
          options(),
        ),
      )[0],
    ).toBe('big');
  });

  test('a story read to the end falls back until someone new joins', () => {
    const read = story(
      'read',
      papers.slice(0, 4).map((paper) => report(paper, 1, { read: true })),
    );
    const unread = story(
      'unread',
      papers.slice(4, 7).map((paper) => report(paper, 1)),
    );
    expect(ids(topStories([read, unread], options()))[0]).toBe('unread');
    const joined = story('read', [...read.articles, report('h.example', 0)]);
    expect(ids(topStories([joined, unread], options()))[0]).toBe('read');
  });

  test('the article shown is one with text that is no copy, and stays so when it is read', () => {
    const articles = [
      report('a.example', 3, { hasLead: false }),
      report('b.example', 2, { read: true }),
      report('c.example', 2, { copyOf: 'b.example-2' }),
      report('d.example', 1),
    ];
    expect(scoreStory(story('s', articles), context)?.lead).toBe('b.example-2');
  });

  test('the article shown says what the others say, and a comment beside them does not stand for them', () => {
    const articles = [
      report('a.example', 5, { title: 'In praise of arriving tired' }),
      report('b.example', 4, { title: 'Night trains return to the eastern line' }),
      report('c.example', 3, { title: 'Sleeper to Karsk: first night train sold out' }),
      report('d.example', 2, { title: 'Operator adds coaches to its night trains' }),
    ];
    expect(scoreStory(story('s', articles), context)?.lead).toBe('b.example-4');
  });

  test('the list of all stories leaves none out', () => {
    const stories = [
      story('one', [report('a.example', 60)]),
      story(
        'two',
        papers.map((paper) => report(paper, 1)),
      ),
    ];
    expect(allStoriesBestFirst(stories, context).map((numbers) => numbers.story)).toEqual(['two', 'one']);
  });
});
