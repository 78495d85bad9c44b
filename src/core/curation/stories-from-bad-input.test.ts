/** What bad and strange input gets: no giant story, no starved page. */

import { describe, expect, test } from 'vitest';
import { StoryClusterer } from './cluster-stories.ts';
import { type CurationArticle, dayMs, hourMs } from './curation-article.ts';
import {
  article,
  filledForm,
  floodStory,
  marketTalk,
  monday,
  runningTopic,
  trainStory,
  unrelated,
} from './fixtures/articles.ts';

function clustered(articles: readonly CurationArticle[]): StoryClusterer {
  const clusterer = new StoryClusterer();
  for (const each of articles) clusterer.add(each);
  clusterer.settle();
  return clusterer;
}

function largest(clusterer: StoryClusterer): number {
  return Math.max(...clusterer.stories().map((story) => story.articles.length));
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('repeated text', () => {
  test('1,000 identical articles are one story, and draw nothing else in', () => {
    const [text] = floodStory;
    const copies = numbers(1_000).map((index) => ({ ...(text as CurationArticle), id: `copy${index}` }));
    const clusterer = clustered([...copies, ...trainStory, ...numbers(50).map(unrelated)]);
    expect(clusterer.story(clusterer.storyOf('copy0') ?? '')?.articles.length).toBe(1_000);
    expect(clusterer.storyOf('train0')).toBe(clusterer.storyOf('train2'));
    expect(clusterer.storyOf('train0')).not.toBe(clusterer.storyOf('copy0'));
  });

  test('a live blog edited every minute stays one article', () => {
    const clusterer = new StoryClusterer();
    const blog = article({ id: 'blog', title: 'Eastbank talks, live', lead: 'Delegates arrive.' });
    for (const minute of numbers(60))
      clusterer.add({ ...blog, lead: `Delegates arrive. Minute ${minute}: a door opens.` });
    expect(clusterer.size).toBe(1);
  });

  test('a daily column with one title is a story a day', () => {
    const columns = numbers(3).map((day) =>
      article({
        id: `morning${day}`,
        title: 'Morning briefing',
        lead: unrelated(day * 17).lead,
        publishedAt: monday + day * dayMs,
      }),
    );
    expect(clustered(columns).stories().length).toBe(3);
  });

  test('a briefing that mentions an event is no report of it', () => {
    const [flood] = floodStory;
    const lead = `${flood?.lead} Also today: a swan on the canal, and bakers argue over rye.`;
    const briefing = article({ id: 'briefing', title: 'Morning briefing: the flood, a swan, rye', lead });
    const clusterer = clustered([...floodStory, { ...briefing, publishedAt: monday, arrivedAt: monday }]);
    expect(clusterer.story(clusterer.storyOf('briefing') ?? '')?.articles).toEqual(['briefing']);
  });

  test('a post of two words joins nothing by one of them', () => {
    const posts = numbers(20).map((at) =>
      article({
        id: `post${at}`,
        title: `Words of the hour ${at}`,
        lead: 'Some words that a template fills in.',
        publisher: 'form.example',
      }),
    );
    const short = article({ id: 'short', title: 'Some words', lead: '', publisher: 'blog.example' });
    const clusterer = clustered([...posts, short]);
    expect(clusterer.story(clusterer.storyOf('short') ?? '')?.articles).toEqual(['short']);
  });

  test('two headlines that share the name of a country alone are two stories', () => {
    const told = ['South Korea opens a bridge', 'Rain in South Korea', 'South Korea votes'].map((title, at) =>
      article({ id: `korea${at}`, title, lead: '', publisher: `p${at}.example` }),
    );
    expect(clustered(told).stories().length).toBe(3);
  });

  test('a numbered series without text is a story each', () => {
    const puzzles = numbers(8).map((day) => article({ id: `puzzle${day}`, title: `Crossword ${1_200 + day}` }));
    expect(clustered(puzzles).stories().length).toBe(8);
  });

  test('a column of another paper with the same title does not join it', () => {
    const letters = numbers(4).map((day) =>
      article({
        id: `letters${day}`,
        title: 'Letters',
        publisher: `paper${day % 2}.example`,
        lead: unrelated(day * 29 + 3).lead,
        publishedAt: monday + day * 14 * hourMs,
      }),
    );
    expect(largest(clustered(letters))).toBe(1);
  });
});

describe('aggregators', () => {
  test('one headline linked from two papers in an aggregator is a story of two publishers, not a column', () => {
    const linked = ['a.example', 'b.example'].map((publisher, index) =>
      article({
        id: publisher,
        feedId: 'aggregator',
        publisher,
        title: 'Velorail brings the Dunmore sleeper back in January',
        publishedAt: monday + index * 14 * hourMs,
      }),
    );
    expect(clustered(linked).stories().length).toBe(1);
  });
});

describe('little text', () => {
  test('titles only: reports of one event join, others do not', () => {
    const titles = [...floodStory, ...trainStory, ...numbers(40).map(unrelated)].map((each) => ({ ...each, lead: '' }));
    const clusterer = clustered(titles);
    expect(clusterer.storyOf('train0')).toBe(clusterer.storyOf('train1'));
    expect(clusterer.storyOf('train0')).not.toBe(clusterer.storyOf('flood0'));
    expect(largest(clusterer)).toBeLessThanOrEqual(5);
  });

  test('empty articles are each alone', () => {
    expect(clustered(numbers(200).map((index) => article({ id: index }))).stories().length).toBe(200);
  });

  test('titles of small words and signs only are each alone', () => {
    expect(
      clustered(['It is what it is', '???', '—', 'And now to you'].map((title, id) => article({ id, title }))).stories()
        .length,
    ).toBe(4);
  });

  test('Chinese and Japanese reports are compared without spaces between words', () => {
    const chinese = ['东海岸十一个港口签署防洪协议', '十一个港口就防洪协议达成一致', '火星探测器传回首张照片'].map(
      (title, id) => article({ id, title, language: 'zh', publisher: `paper${id}.example` }),
    );
    const clusterer = clustered(chinese);
    expect(clusterer.storyOf(0)).toBe(clusterer.storyOf(1));
    expect(clusterer.storyOf(2)).not.toBe(clusterer.storyOf(0));
  });
});

describe('wrong dates', () => {
  test('1970 and 2099 count as the moment of arrival', () => {
    const dated = [0, Date.UTC(2099, 0, 1)].map((publishedAt, index) => ({
      ...(floodStory[index] as CurationArticle),
      publishedAt,
      arrivedAt: monday,
    }));
    const clusterer = clustered(dated);
    const [story] = clusterer.stories();
    expect(clusterer.stories().length).toBe(1);
    expect([story?.firstAt, story?.lastAt]).toEqual([monday, monday]);
  });

  test('old articles of a new subscription do not join the news of today', () => {
    const old = floodStory
      .slice(0, 2)
      .map((each) => ({ ...each, id: `old-${each.id}`, publishedAt: monday - 30 * dayMs, arrivedAt: monday }));
    const clusterer = clustered([...old, ...floodStory]);
    expect(clusterer.storyOf('old-flood0')).not.toBe(clusterer.storyOf('flood0'));
    expect(clusterer.storyOf('old-flood0')).toBe(clusterer.storyOf('old-flood1'));
  });
});

describe('too much', () => {
  test('a feed that brings 5,000 articles at once makes no giant story and hides none of the others', {
    timeout: 60_000,
  }, () => {
    const dump = numbers(4_000).map((index) => ({
      ...unrelated(index),
      feedId: 'dump',
      publisher: 'dump.example',
      publishedAt: monday,
    }));
    const headlines = numbers(1_000).map((index) => ({
      ...unrelated(index + 4_000),
      lead: '',
      feedId: 'dump',
      publisher: 'dump.example',
    }));
    const clusterer = clustered([...dump, ...headlines, ...floodStory]);
    expect(clusterer.size).toBe(5_004);
    expect(largest(clusterer)).toBeLessThan(50);
    expect(clusterer.story(clusterer.storyOf('flood0') ?? '')?.articles.length).toBe(4);
  });

  test('a publisher that fills in a form does not pile its notices into one story', () => {
    const notices = numbers(300).map(filledForm);
    expect(largest(clustered([...numbers(40).map(unrelated), ...notices]))).toBeLessThanOrEqual(30);
  });

  test('14 days of one running topic are several stories, none longer than a week', () => {
    const days = numbers(14).flatMap((day) => numbers(6).map((index) => runningTopic(day, index)));
    const stories = clustered(days).stories();
    expect(stories.length).toBeGreaterThan(1);
    for (const story of stories) expect(story.lastAt - story.firstAt).toBeLessThanOrEqual(7 * dayMs);
    expect(Math.max(...stories.map((story) => story.articles.length))).toBeLessThan(84);
  });

  test('a day of market talk, each headline near some others, is no giant story', () => {
    expect(largest(clustered(numbers(400).map(marketTalk)))).toBeLessThan(200);
  });

  test('an event that 150 papers tell in headlines stays one story however large it grows', () => {
    const told = numbers(150).map((index) => {
      const { title, lead } = floodStory[index % 4] as CurationArticle;
      const words = lead.split(' ').slice((index * 3) % 20, ((index * 3) % 20) + 4);
      return article({ id: `told${index}`, publisher: `paper${index}.example`, title: `${title} ${words.join(' ')}` });
    });
    expect(largest(clustered(told))).toBeGreaterThan(140);
  });

  test('30 feeds of one publisher on one event are one story', () => {
    const feeds = numbers(30).map((index) => ({
      ...(floodStory[index % 4] as CurationArticle),
      id: `f${index}`,
      feedId: index,
      publisher: 'group.example',
    }));
    expect(clustered(feeds).stories().length).toBe(1);
  });
});
