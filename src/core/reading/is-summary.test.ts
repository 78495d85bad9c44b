import { expect, test } from 'vitest';
import { isSummary } from './is-summary.ts';

const words = (count: number) => `<p>${'tide '.repeat(count)}</p>`;
const of = (html: string, more = {}) => isSummary({ html, title: 'The quay', hasAudio: false, ...more });

test('a paragraph or two is how an article begins', () => {
  expect(of(words(40))).toBe(true);
  expect(of('')).toBe(true);
});

test('a text of 250 words is an article, unless it says that it goes on', () => {
  expect(of(words(260))).toBe(false);
  expect(of(`${words(260)}<p>And then …</p>`)).toBe(true);
  expect(of(`${words(260)}<p><a href="x">Continue reading →</a></p>`)).toBe(true);
});

test('a drawing with a line under it, a post without a headline and an episode are whole', () => {
  expect(of('<p><img src="https://comic.example/1.png"> A line.</p>')).toBe(false);
  expect(of(words(20), { title: '' })).toBe(false);
  expect(of(words(20), { hasAudio: true })).toBe(false);
});
