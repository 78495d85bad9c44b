import { describe, expect, test } from 'vitest';
import { StoryClusterer } from './cluster-stories.ts';
import { type CurationArticle, dayMs, hourMs } from './curation-article.ts';
import { article, cometStory, floodStory, monday, threeStories, trainStory } from './fixtures/articles.ts';
import type { StoryConstraint } from './story-constraints.ts';

function clustered(articles: readonly CurationArticle[], constraints: readonly StoryConstraint[] = []): StoryClusterer {
  const clusterer = new StoryClusterer({ constraints });
  for (const each of articles) clusterer.add(each);
  clusterer.settle();
  return clusterer;
}

function sizes(clusterer: StoryClusterer): number[] {
  return clusterer
    .stories()
    .map((story) => story.articles.length)
    .sort((a, b) => b - a);
}

describe('grouping', () => {
  test('three events told by nine articles become three stories', () => {
    expect(sizes(clustered(threeStories))).toEqual([4, 3, 2]);
  });

  test('the order of arrival does not change the stories of clear events', () => {
    expect(sizes(clustered(threeStories.toReversed()))).toEqual([4, 3, 2]);
  });

  test('the same articles twice give the same ids', () => {
    const ids = () =>
      clustered(threeStories)
        .stories()
        .map(({ id, articles }) => [id, articles]);
    expect(ids()).toEqual(ids());
  });

  test('the reason names what the article shares and how far apart in time it is', () => {
    const reason = clustered(threeStories).reason('train1');
    expect(reason?.hoursApart).toBe(1);
    expect(reason?.shares.some((word) => ['velorail', 'dunmore', 'sleeper', 'port salter'].includes(word))).toBe(true);
    expect(reason?.likeness).toBeGreaterThan(0.25);
  });

  test('an article alone in its story has no reason', () => {
    expect(clustered([article({ id: 1, title: 'Quiet day' })]).reason(1)).toBeUndefined();
  });

  test('the same event in two languages is two stories', () => {
    const german = [
      'Elf Häfen teilen sich die Kosten der Marrow-Mauer: Einigung in Eastbank',
      'Nach der Einigung von Eastbank zahlen die elf Häfen für die Marrow-Mauer',
    ].map((title, index) =>
      article({
        id: `de${index}`,
        publisher: `blatt${index}.example`,
        language: 'de',
        title,
        lead: 'In Eastbank haben elf Häfen das Abkommen von Marrow unterschrieben. Die Kosten werden nach der Tonnage auf die Häfen verteilt.',
        publishedAt: monday + index * hourMs,
      }),
    );
    expect(sizes(clustered([...floodStory, ...german]))).toEqual([4, 2]);
  });

  test('a declared language that the text plainly is not does not split a story', () => {
    const misread = { ...floodStory[1], language: 'nl' } as CurationArticle;
    expect(sizes(clustered([floodStory[0] as CurationArticle, misread]))).toEqual([2]);
  });

  test('the same words a week later are another story', () => {
    const later = floodStory.map((each) => ({
      ...each,
      id: `later-${each.id}`,
      publishedAt: each.publishedAt + 8 * dayMs,
      arrivedAt: each.arrivedAt + 8 * dayMs,
    }));
    expect(sizes(clustered([...floodStory, ...later]))).toEqual([4, 4]);
  });

  test('two events in the same words are parted when each side has names of its own', () => {
    const fire = (town: string, keeper: string, count: string, index: number) =>
      article({
        id: `${town}${index}`,
        publisher: `paper${index}.example`,
        title: index % 2 === 0 ? `Fire destroys Marlow store in ${town}` : `Marlow store burns down in ${town}`,
        lead: `A large fire destroyed the Marlow supermarket in ${town} on Saturday night. Fire crews from ${town} fought the blaze for hours; ${count} customers and staff left safely, the ${town} manager ${keeper} said. Police treat the fire as suspicious. Reporter ${index} saw smoke over the roof.`,
      });
    const towns = [0, 1, 2, 3, 4, 5].flatMap((index) => [
      fire('Banfield', 'Orla Penhurst', '31', index),
      fire('Wellerton', 'Tam Iverley', '57', index),
    ]);
    expect(sizes(clustered(towns))).toEqual([6, 6]);
  });
});

describe('what a reader says about grouping', () => {
  test('merging by hand joins two stories, keeps both ids good and holds after a rebuild', () => {
    const clusterer = clustered(threeStories);
    const [flood, train] = [clusterer.storyOf('flood0') ?? '', clusterer.storyOf('train0') ?? ''];
    const constraints = clusterer.mergeByHand(flood, train);
    expect(clusterer.resolve(train)).toBe(clusterer.resolve(flood));
    expect(sizes(clusterer)).toEqual([7, 2]);
    expect(sizes(clustered(threeStories, constraints))).toEqual([7, 2]);
  });

  test('"not this story" takes one article out, now and after a rebuild', () => {
    const clusterer = clustered(threeStories);
    const constraints = clusterer.splitByHand(clusterer.storyOf('flood2') ?? '', ['flood2']);
    clusterer.settle();
    expect(sizes(clusterer)).toEqual([3, 3, 2, 1]);
    const rebuilt = clustered(threeStories, constraints);
    expect(rebuilt.storyOf('flood2')).not.toBe(rebuilt.storyOf('flood0'));
    expect(sizes(rebuilt)).toEqual([3, 3, 2, 1]);
  });

  test('a part split off by hand stays together and apart through later passes', () => {
    const clusterer = clustered(floodStory);
    clusterer.splitByHand(clusterer.storyOf('flood0') ?? '', ['flood0', 'flood1']);
    for (const each of trainStory) clusterer.add(each);
    clusterer.settle();
    expect(clusterer.storyOf('flood0')).toBe(clusterer.storyOf('flood1'));
    expect(clusterer.storyOf('flood0')).not.toBe(clusterer.storyOf('flood2'));
  });

  test('merging again takes back a split', () => {
    const clusterer = clustered(floodStory);
    clusterer.splitByHand(clusterer.storyOf('flood0') ?? '', ['flood0']);
    clusterer.mergeByHand(clusterer.storyOf('flood1') ?? '', clusterer.storyOf('flood0') ?? '');
    clusterer.settle();
    expect(sizes(clusterer)).toEqual([4]);
  });
});

describe('keeping and forgetting', () => {
  test('a restart puts every article back where it was', () => {
    const before = clustered(threeStories);
    const after = new StoryClusterer();
    for (const each of threeStories) after.restore(each, before.storyOf(each.id) ?? '');
    expect(after.takeChanges().placed).toEqual([]);
    expect(threeStories.map(({ id }) => after.storyOf(id))).toEqual(threeStories.map(({ id }) => before.storyOf(id)));
    const next = { ...(floodStory[3] as CurationArticle), id: 'flood-new', publisher: 'new.example' };
    expect(after.add(next)).toBe(after.storyOf('flood0'));
  });

  test('every placement and renaming is told once, for the store', () => {
    const clusterer = clustered(threeStories);
    const changes = clusterer.takeChanges();
    expect(new Set(changes.placed.map(({ article: id }) => id))).toEqual(new Set(threeStories.map(({ id }) => id)));
    for (const { article: id, story } of changes.placed) expect(clusterer.storyOf(id)).toBe(story);
    expect(clusterer.takeChanges()).toEqual({ placed: [], renamed: [] });
  });

  test('a story leaves the window 72 hours after its last article', () => {
    const clusterer = clustered(threeStories);
    const last = Math.max(...floodStory.map(({ publishedAt }) => publishedAt));
    clusterer.forgetBefore(last + 71 * hourMs);
    expect(clusterer.storyOf('flood0')).toBeDefined();
    clusterer.forgetBefore(monday + 9 * dayMs);
    expect(clusterer.size).toBe(0);
    expect(clusterer.stories()).toEqual([]);
  });

  test('an article that comes again keeps its story', () => {
    const clusterer = clustered(cometStory);
    const id = clusterer.storyOf('comet0');
    expect(clusterer.add({ ...(cometStory[0] as CurationArticle), title: 'Something else now' })).toBe(id);
    expect(clusterer.size).toBe(2);
  });
});
