/** From the text of a feed to the library: articles whose guids and addresses change at once. */
import { describe, expect, it } from 'vitest';
import { addTestFeed, ingestAll, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import { parseFeed } from '../../feeds/parsing/parse-feed.ts';
import { prepareFeed } from './prepare-feed.ts';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly date?: string;
  readonly link?: string;
}

const hour = 3_600_000;

function itemXml(host: string, { id, title, text, date, link }: Item): string {
  const dated = date === undefined ? '' : `<pubDate>${date}</pubDate>`;
  return `<item><title>${title}</title><link>${link ?? `https://${host}/${id}`}</link>${dated}
    <guid isPermaLink="false">${host}:${id}</guid><description>${text ?? ''}</description></item>`;
}

function library() {
  const { db } = temporaryLibrary();
  const url = 'https://harbour.example/feed';
  const feedId = addTestFeed(db, url);
  let at = testNow;
  /** Adds one fetch of the feed to its library; returns how many articles were new. */
  const fetch = async (host: string, items: readonly Item[]): Promise<number> => {
    at += hour;
    const xml = `<rss version="2.0"><channel><title>Harbour</title>${items.map((item) => itemXml(host, item)).join('')}</channel></rss>`;
    const feed = mustBeOk(await parseFeed(Buffer.from(xml), { url, now: at }));
    const facts = { url, siteUrl: undefined, folder: null, section: null, language: undefined };
    return ingestAll(db, { feedId, articles: prepareFeed(feed, facts), fetchedAt: at }).added.length;
  };
  return { db, fetch };
}

const report = (n: number): Item => ({
  id: `report-${n}`,
  title: `Report ${n}`,
  text: `The harbour office has counted the ferries of day ${n}, and the number agrees with the timetable on the wall.`,
});
const headline = (n: number): Item => ({ id: `headline-${n}`, title: `Ferry number ${n} has come in` });

describe('articles without dates do not come back when their guids and addresses change at once', () => {
  it('since a site has moved', async () => {
    const { fetch } = library();
    const reports = [3, 2, 1].map(report);
    expect(await fetch('old.example', reports)).toBe(3);
    expect(await fetch('new.example', [report(4), ...reports])).toBe(1);
    expect(await fetch('new.example', [report(5), report(4), ...reports])).toBe(1);
  });

  it('since one article was published anew', async () => {
    const { fetch } = library();
    await fetch('old.example', [2, 1].map(report));
    expect(await fetch('old.example', [{ ...report(2), id: 'anew' }, report(1)])).toBe(0);
  });

  it('where the feed has nothing but headlines', async () => {
    const { fetch } = library();
    const headlines = [5, 4, 3, 2, 1].map(headline);
    await fetch('old.example', headlines);
    expect(await fetch('new.example', headlines)).toBe(0);
  });

  it('and change again, with a headline that is edited', async () => {
    const { fetch } = library();
    await fetch('old.example', [2, 1].map(report));
    await fetch('new.example', [2, 1].map(report));
    expect(await fetch('new.example', [{ ...report(2), title: 'Edited' }, report(1)])).toBe(0);
  });
});

describe('an article without a date is a new one', () => {
  it('when its title is that of all others', async () => {
    const { fetch } = library();
    const untitled = (n: number): Item => ({ ...report(n), title: 'Untitled' });
    await fetch('old.example', [2, 1].map(untitled));
    expect(await fetch('old.example', [3, 2].map(untitled))).toBe(1);
    expect(await fetch('old.example', [5, 4].map(untitled))).toBe(2);
  });

  it('when it has a headline of before and hardly a word', async () => {
    const { fetch } = library();
    await fetch('old.example', [3, 2, 1].map(headline));
    expect(await fetch('old.example', [{ ...headline(1), id: 'anew' }, headline(3), headline(2)])).toBe(1);
  });

  it('when the same words stand in the feed twice', async () => {
    const { fetch } = library();
    await fetch('old.example', [report(1)]);
    expect(await fetch('old.example', [{ ...report(1), id: 'again' }, report(1)])).toBe(1);
  });

  it('when the same words come again after they had left the feed', async () => {
    const { fetch } = library();
    await fetch('old.example', [2, 1].map(report));
    await fetch('old.example', [3, 2].map(report));
    expect(await fetch('old.example', [{ ...report(1), id: 'again' }, report(3)])).toBe(1);
  });
});

it('a column that says the same each week is new each week, by its date', async () => {
  const { fetch } = library();
  const column = (day: number): Item => ({ ...report(1), id: `${day}`, date: `Mon, ${day} Nov 2026 08:00:00 GMT` });
  expect(await fetch('old.example', [column(2)])).toBe(1);
  expect(await fetch('old.example', [column(9)])).toBe(1);
});

it('an article whose guid has changed is known by the new one from then on', async () => {
  const { fetch } = library();
  const dated = { ...report(1), date: 'Mon, 02 Nov 2026 08:00:00 GMT' };
  await fetch('old.example', [dated]);
  expect(await fetch('new.example', [{ ...dated, link: 'https://old.example/report-1' }])).toBe(0);
  const edited = {
    ...dated,
    title: 'Edited',
    link: 'https://new.example/elsewhere',
    date: 'Tue, 03 Nov 2026 08:00:00 GMT',
  };
  expect(await fetch('new.example', [edited])).toBe(0);
});

it('a feed that makes its guids anew at each fetch brings nothing new, and its keys do not fill the library', async () => {
  const { db, fetch } = library();
  const items = [2, 1].map((n) => ({
    ...report(n),
    date: `Mon, 0${n} Nov 2026 08:00:00 GMT`,
    link: `https://x.example/${n}`,
  }));
  await fetch('0', items);
  for (let n = 1; n <= 60; n += 1) expect(await fetch(String(n), items)).toBe(0);
  expect(db.column<number>('SELECT count(*) FROM article_key')[0]).toBeLessThan(100);
});
