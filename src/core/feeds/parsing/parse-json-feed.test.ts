import { expect, it } from 'vitest';
import { articleAt, parseText } from './parse-fixture.ts';

const head = '"version":"https://jsonfeed.org/version/1.1","title":"Slip"';

it('comments, and commas before an end, are passed over; two slashes in a text are not', async () => {
  const feed = await parseText(`{ // by hand\n${head}, /* [ */ "items":[{"id":"1","title":"a // b",}, // last\n],}`);
  expect(feed.repairs).toMatchObject([{ kind: 'json_syntax', line: 1 }]);
  expect(feed.articles).toMatchObject([{ rawGuid: '1', title: 'a // b' }]);
});

it('ids longer than a number can be stay apart', async () => {
  const feed = await parseText(`{${head},"items":[{"id":12345678901234567890},{"id":12345678901234567891}]}`);
  expect(feed.articles.map(({ rawGuid }) => rawGuid)).toEqual(['12345678901234567890', '12345678901234567891']);
});

it('articles without authors are by those of the feed', async () => {
  const feed = await parseText(
    `{${head},"authors":[{"name":"Ada"},{"name":"Bo"}],"items":[{"id":"1"},{"id":"2","author":{"name":"Cy"}}]}`,
  );
  expect(feed.articles.map(({ author }) => author)).toEqual(['Ada, Bo', 'Cy']);
});

it('half characters and control characters that were escaped do not get through', async () => {
  const feed = await parseText(`{${head},"items":[{"id":"1","title":"x\\ud800y","content_text":"a\\u0000b"}]}`);
  expect(articleAt(feed, 0)).toMatchObject({ title: 'x\ufffdy', html: 'ab' });
});
