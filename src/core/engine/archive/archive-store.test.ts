import { expect, it } from 'vitest';
import { mustBeOk, testCore } from '../../../testing/test-core.ts';

const at = Date.UTC(2026, 4, 4, 12);

const line = (guid: string, text: string): string =>
  JSON.stringify({
    feedUrl: 'https://harbour.example/feed.xml',
    guid,
    url: `https://harbour.example/${guid}`,
    title: 'Ferry timetable changed',
    html: `<p>${text}</p>`,
    published: at,
  });

it('two articles of an archive with one headline and moment are two, in one batch or in two', async () => {
  const { core: together } = await testCore();
  const lines = [line('north', 'The north ferry leaves at six.'), line('south', 'The south ferry leaves at nine.')];
  expect(mustBeOk(await together.call('archive.import', { lines }))).toMatchObject({ added: 2, known: 0 });
  const { core: apart } = await testCore();
  for (const one of lines)
    expect(mustBeOk(await apart.call('archive.import', { lines: [one] }))).toMatchObject({ added: 1, known: 0 });
});

it('an article of an archive that came under another guid and address with the same text is known', async () => {
  const { core } = await testCore();
  const text = 'The north ferry leaves at six.';
  mustBeOk(await core.call('archive.import', { lines: [line('north', text)] }));
  expect(mustBeOk(await core.call('archive.import', { lines: [line('moved', text)] }))).toMatchObject({
    added: 0,
    known: 1,
  });
});

it('an archive of a feed in two languages has each article in its own', async () => {
  const { core, call } = await testCore();
  const english = 'The harbour office has counted the ferries again, and the number agrees with the timetable.';
  const german = 'Das Hafenamt hat die Fähren wieder gezählt, und die Zahl stimmt mit dem Fahrplan überein.';
  const lines = Array.from({ length: 40 }, (_, n) =>
    JSON.stringify({ ...JSON.parse(line(`${n}`, n % 2 === 0 ? english : german)), title: `Number ${n}` }),
  );
  mustBeOk(await core.call('archive.import', { lines }));
  for (const [language, count] of [
    ['en', 20],
    ['de', 20],
  ] as const)
    expect(mustBeOk(await call('articles.search', { query: `lang:${language}` })).total).toBe(count);
});

it('a line of an archive brings no control characters into the library, written out or as references', async () => {
  const { call } = await testCore();
  const hostile = '\u001b]0;x\u0007\u009b31m&#27;[1m&amp;';
  const one = { ...JSON.parse(line('north', hostile)), title: hostile, author: hostile, feedTitle: hostile };
  mustBeOk(await call('archive.import', { lines: [JSON.stringify(one)] }));
  const { articles } = mustBeOk(await call('articles.list', { view: 'all' }));
  const feeds = mustBeOk(await call('feeds.list', {}));
  const article = mustBeOk(await call('articles.get', { id: articles[0]?.id ?? 0 }));
  expect(article.title).toBe(']0;x31m[1m&');
  const { html: _, ...plain } = article;
  expect(JSON.stringify([articles, feeds, plain])).not.toMatch(/\\u00(?:1b|9b|07)|\u009b/);
});
