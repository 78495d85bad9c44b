import { expect, test } from 'vitest';
import { harbourLevy, printed } from '../../../testing/press.ts';
import { mustBeOk, rss, testCore, testServer } from '../../../testing/test-core.ts';

const title = 'Eleven ports agree to a harbour levy for sea walls';
const opening = harbourLevy[0]?.text ?? '';

function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `&lt;p&gt;${text}&lt;/p&gt;`).join('');
}

/** What the story's page says of a report that was first `before` and then `after`. */
async function correctionFor(before: string, after: string) {
  const server = await testServer();
  const app = await testCore();
  await printed(app, harbourLevy);
  const serve = (text: string) => server.serve('/late', rss({ items: [{ guid: 'late', title, text }] }));
  serve(paragraphs(opening, before));
  mustBeOk(await app.call('feeds.add', { url: server.url('/late'), allowPrivate: true }));
  serve(paragraphs(opening, after));
  mustBeOk(await app.call('feeds.refresh', { force: true }));
  const { stories } = mustBeOk(await app.call('stories.list', { all: true }));
  const story = stories.find(({ articles }) => articles.some(({ guid }) => guid === 'late'));
  const board = mustBeOk(await app.call('stories.get', { id: story?.id ?? 0 }));
  const row = board.rows.find(({ article }) => article.title === title);
  expect(row?.article.edited).toBe(true);
  return row?.correction ?? null;
}

test('a figure that a report changed is told with the words before it, old and new', async () => {
  expect(
    await correctionFor(
      'The levy will raise 40 million a year, according to the ports.',
      'The levy will raise 14 million a year, according to the ports.',
    ),
  ).toMatchObject({ lead: 'The levy will raise', before: '40', after: '14' });
});

test.each([
  ['other words', 'The levy will raise 40 million a year.', 'The levy is to bring in 40 million a year.'],
  ['a number written otherwise', 'It will cost 4,200 crowns a ship.', 'It will cost 4200 crowns a ship.'],
  ['a unit written out', 'It will cost 4.2m crowns a year.', 'It will cost 4.2 million crowns a year.'],
  ['the time of the last update', 'Last updated at 14:05 on Monday', 'Last updated at 15:40 on Monday'],
  ['the age of the page', 'Posted 3 hours ago', 'Posted 5 hours ago'],
  ['the number of comments', '12 comments', '17 comments'],
  ['a sentence that was added', 'The ports agree.', 'The ports agree. It starts in 2031.'],
])('%s: no correction', async (_, before, after) => {
  expect(await correctionFor(before, after)).toBeNull();
});
