import { expect, test } from 'vitest';
import { addTestFeed, ingestAll, storedArticle, testNow } from '../../../testing/sample-rows.ts';
import { temporaryLibrary } from '../../../testing/temporary-library.ts';
import { mustBeOk } from '../../../testing/test-core.ts';
import { search } from './search-queries.ts';

function snippetOf(body: string): string {
  const { db } = temporaryLibrary();
  const feedId = addTestFeed(db, 'https://example.org/feed');
  ingestAll(db, {
    feedId,
    articles: [storedArticle({ identity: 'a', title: 'A', index: { title: 'A', author: '', body } })],
  });
  const { articles } = mustBeOk(search(db, { query: 'harbour ', order: 'newest', limit: 1, countAll: false }, testNow));
  return articles[0]?.snippet.replace(/[\uE000\uE001]/g, '') ?? '';
}

const more = ' The council votes on it.'.repeat(20);

test('a piece of a text that is broken off says so, and one that ends with its sentence does not', () => {
  const sentence = `The harbour ${'is dredged again and again '.repeat(7)}this winter`;
  expect(snippetOf(`${sentence}${more.replaceAll('.', ',')}`)).toMatch(/…$/);
  const whole = snippetOf(`${sentence.padEnd(219, 'r')}.${more}`);
  expect(whole).toMatch(/[^….]\.$/);
});
