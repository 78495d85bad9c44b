import { expect, test } from 'vitest';
import { cleanRow } from './clean-row.ts';

const feed = (settings: object) =>
  cleanRow('feed', { url: 'https://courier.example/feed', settings: JSON.stringify(settings), attributes: '{}' });
const body = (more: object) =>
  cleanRow('article_body', { html: '<p>Text.</p>', page_html: null, extras: '{}', deck: null, ...more });

test('a feed’s settings of an earlier version come along, a rule that nobody knows does not', () => {
  expect(feed({ fullText: true, dailyCap: 5 })?.settings).toBe('{"fullText":true,"dailyCap":5}');
  expect(feed({ fullText: 'always' })?.settings).toBe('{"fullText":"always"}');
  expect(feed({ fullText: 'whenever' })?.settings).toBe('{}');
});

test('what a page said of its article is taken as Broadsheet writes it, and in no other form', () => {
  const facts = { byline: 'Ines Hallward', deck: null, publishedAt: 1, picture: null };
  expect(body({ page_facts: JSON.stringify(facts), text_choice: 'page' })).toMatchObject({
    page_facts: JSON.stringify(facts),
    text_choice: 'page',
  });
  const picture = { url: 'file:///etc/passwd', caption: null, credit: null, alt: null, width: null, height: null };
  expect(body({ page_facts: JSON.stringify({ ...facts, picture }), text_choice: 'x' })).toMatchObject({
    page_facts: null,
    text_choice: null,
  });
});
