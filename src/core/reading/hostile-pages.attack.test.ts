/** Pages made to hold an extractor: each of these took minutes, and its test its time. */
import { expect, it } from 'vitest';
import { extractArticle } from './extract-article.ts';

it.each([
  ['elements without a meaning in one another', '<xyz>x'.repeat(20_000), 'article_not_extracted'],
  ['underlines in one another', '<u>'.repeat(20_000), 'article_not_extracted'],
  ['240,000 elements', '<i>x</i>'.repeat(240_000), 'article_not_extracted'],
  ['thousands of pictures', '<img src="/a.png">'.repeat(3_000), 'article_not_extracted'],
])('a page of %s is given up at once', async (_what, html, code) => {
  const result = await extractArticle(`<html><body>${html}</body></html>`, { url: 'https://a.example/' });
  expect(result.ok ? 'ok' : result.error.code).toBe(code);
});

it.each([
  ['spaces', `${' '.repeat(60_000)}x`],
  ['months', 'Jan 1 '.repeat(20_000)],
  ['commas', ' ,'.repeat(60_000)],
])('an author of %s costs no more than its length', async (_what, author) => {
  const page = `<html><head><meta name="author" content="${author}"></head><body><p>${'Some words. '.repeat(200)}</p></body></html>`;
  expect((await extractArticle(page, { url: 'https://a.example/' })).ok).toBe(true);
});
