import { expect, test } from 'vitest';
import type { ArticleId } from '../../../contract/ids.ts';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { setSettings } from '../settings.ts';
import { chooseText, noteFullTextFailure, type PageFacts, storeFullText } from './full-text.ts';
import { getArticle } from './get-article.ts';

const facts: PageFacts = {
  byline: 'Ines Hallward',
  deck: 'Nine villages keep a book.',
  publishedAt: testNow,
  picture: { url: 'https://example.org/quay.png', caption: null, credit: null, alt: null, width: null, height: null },
};

function library(article = {}) {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed');
  const [id] = ingestAll(db, {
    feedId,
    articles: [
      storedArticle({ identity: 'a', url: 'https://example.org/a', html: '<p>Short.</p>', author: null, ...article }),
    ],
  }).added as [ArticleId];
  const store = (isChosen: boolean, html = `<p>${'The whole text. '.repeat(20)}</p>`) =>
    storeFullText(db, { id, html, indexText: 'the whole text', wordCount: 60, facts, isChosen, at: testNow });
  return { db, id, store, shown: () => getArticle(db, id, { isSummary: ({ html }) => html.length < 500 }) };
}

test('a stored page is shown from then on, with what the feed did not say', () => {
  const { store, shown } = library();
  expect(shown()).toMatchObject({ textFrom: 'feed', isSummary: true, wantsFullText: true, author: null });
  store(false);
  expect(shown()).toMatchObject({ textFrom: 'page', author: 'Ines Hallward', deck: 'Nine villages keep a book.' });
  expect(shown()?.picture?.url).toBe('https://example.org/quay.png');
});

test('the reader’s choice of the feed’s text stands, also against a later fetch', () => {
  const { db, id, store, shown } = library();
  store(true);
  chooseText(db, { id, from: 'feed' });
  store(false);
  expect(shown()?.textFrom).toBe('feed');
  store(true);
  expect(shown()?.textFrom).toBe('page');
});

test('a page that gave less than the feed is not shown of itself', () => {
  const { store, shown } = library({ html: `<p>${'A long text of the feed. '.repeat(40)}</p>` });
  store(false, '<p>Stub.</p>');
  expect(shown()?.textFrom).toBe('feed');
});

test('who wants no full text gets the feed’s, but for the articles that were asked for', () => {
  const { db, store, shown } = library();
  setSettings(db, { fullText: 'never' });
  store(false);
  expect(shown()).toMatchObject({ textFrom: 'feed', wantsFullText: false });
  store(true);
  expect(shown()?.textFrom).toBe('page');
});

test('why a page could not be had is kept with its code', () => {
  const { db, id, shown } = library();
  noteFullTextFailure(db, { id, code: 'page_asks_consent', message: 'It asks for consent.', at: testNow });
  expect(shown()).toMatchObject({ fullTextState: 'failed', fullTextTroubleCode: 'page_asks_consent' });
});
