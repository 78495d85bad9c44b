import { expect, test } from 'vitest';
import { harbourLevy, otherNews, type Printed, printed, storiesOf } from '../../../testing/press.ts';
import { mustBeOk, type TestCore, testCore } from '../../../testing/test-core.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function pageOf(app: TestCore) {
  const page = mustBeOk(await app.call('edition.get', {}));
  const rows = [
    ...(page.lead === null ? [] : [page.lead]),
    ...page.top,
    ...page.forYou,
    ...page.sections.flatMap((section) => section.rows),
    ...page.picks,
    ...page.seldom,
  ];
  return { page, titles: rows.map(({ article }) => article.title), ids: rows.map(({ article }) => article.id) };
}

test('a thousand identical articles are one row of Today, and other news keeps its place', async () => {
  const app = await testCore();
  const same = Array.from({ length: 1_000 }, (_, n) => ({
    paper: `paper-${n % 40}.example`,
    guid: `same-${n}`,
    title: 'Bridge at Calder closed for repairs until the spring',
    text: 'The bridge at Calder is closed until the spring while its piers are repaired, the county said on Monday afternoon.',
  }));
  await printed(app, [...same, ...harbourLevy, ...otherNews]);
  const { titles } = await pageOf(app);
  expect(titles.filter((title) => title.startsWith('Bridge at Calder'))).toHaveLength(1);
  expect(titles).toContain('Barn owls return to the Vale of Tarn');
  const { stories } = mustBeOk(await app.call('stories.list', { all: true, limit: 10_000 }));
  const bridge = stories.filter(({ articles }) => articles.some(({ guid }) => guid.startsWith('same-')));
  expect(bridge[0]?.publishers).toBe(40);
  expect((await storiesOf(app)).some((guids) => guids.includes('levy-1') && guids.includes('same-1'))).toBe(false);
});

test('titles only, empty text and empty titles group nothing that does not belong together', async () => {
  const app = await testCore();
  const empty = Array.from({ length: 60 }, (_, n) => ({ paper: `p${n % 9}.example`, guid: `none-${n}`, title: '' }));
  const bare = harbourLevy.map((article) => ({ ...article, text: '' }));
  await printed(app, [...empty, ...bare, ...otherNews.map((article) => ({ ...article, text: '' }))]);
  expect(await storiesOf(app)).toEqual([harbourLevy.map(({ guid }) => guid)]);
  const { ids } = await pageOf(app);
  expect(new Set(ids).size).toBe(ids.length);
});

test('dates of 1970 and 2099 count as the day of arrival: the story is whole and stands on the page', async () => {
  const app = await testCore();
  const dates = [0, Date.UTC(2099, 0, 1), null];
  await printed(
    app,
    harbourLevy.map((article, n) => ({ ...article, at: dates[n] ?? null })),
  );
  expect(await storiesOf(app)).toEqual([harbourLevy.map(({ guid }) => guid)]);
});

test('a daily column with one title is as many stories as it has days', async () => {
  const app = await testCore();
  const texts = [
    'Rain over the moors has kept three of our readers from their harvest, and a fourth asks for a better forecast.',
    'Whose hedge is it? A quarrel between neighbours in Tarn goes into its ninth year, with photographs.',
    'Pear trees want pruning in January, a gardener insists; another has never cut a branch and picks more.',
  ];
  const days = texts.map((text, n) => ({
    paper: 'courier.example',
    guid: `letters-${n}`,
    title: 'Letters to the editor',
    text,
    at: Date.now() - n * dayMs - hourMs,
  }));
  await printed(app, days);
  expect(await storiesOf(app)).toEqual([]);
});

test('a feed that posts five thousand articles at once makes no giant story and starves nobody', async () => {
  const app = await testCore();
  const places = ['Sable', 'Tarn', 'Calder', 'Hallow', 'Eastmere', 'Brack', 'Orch', 'Skerry', 'Vale', 'Dunmoor'];
  const flood: Printed[] = Array.from({ length: 5_000 }, (_, n) => ({
    paper: 'quakes.example',
    guid: `quake-${n}`,
    title: `Magnitude ${(2 + (n % 30) / 10).toFixed(1)} tremor ${n % 97} km from ${places[n % 10]} ${n % 61}`,
    at: Date.now() - hourMs - n * 1_000,
  }));
  await printed(app, [...flood, ...harbourLevy, ...otherNews]);
  const { titles, page } = await pageOf(app);
  expect(page.lead?.why.kind).toBe('story');
  for (const { title } of otherNews) expect(titles).toContain(title);
  expect(titles.filter((title) => title.startsWith('Magnitude')).length).toBeLessThan(titles.length / 2 + 1);
}, 60_000);

test('one topic running for weeks is no single story', async () => {
  const app = await testCore();
  const stages = Array.from({ length: 60 }, (_, n) => ({
    paper: `paper-${n % 6}.example`,
    guid: `strike-${n}`,
    title: `Day ${n / 4 + 1} of the dock strike in Brackwater: ${['talks', 'pickets', 'ships', 'wages'][n % 4]}`,
    text: `The dock strike in Brackwater went on. On this day the ${['talks', 'pickets', 'ships', 'wages'][n % 4]} were what the union and the port spoke about.`,
    at: Date.now() - 15 * dayMs + n * 6 * hourMs,
  }));
  await printed(app, stages);
  const times = new Map(stages.map(({ guid, at }) => [guid, at]));
  for (const guids of await storiesOf(app, { windowHours: null })) {
    const at = guids.map((guid) => times.get(guid) ?? 0);
    expect(Math.max(...at) - Math.min(...at)).toBeLessThanOrEqual(7 * dayMs);
  }
});
