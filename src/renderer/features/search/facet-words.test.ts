import { expect, test } from 'vitest';
import { facetWords } from './facet-words.ts';

test('a language is called by its own name, with a capital', () => {
  expect(facetWords('lang', { value: 'fr', label: 'fr' })).toBe('Français');
  expect(facetWords('lang', { value: 'ja', label: 'ja' })).toBe('日本語');
});

test('what is no language code stays as the feed gave it', () => {
  expect(facetWords('lang', { value: '???', label: '???' })).toBe('???');
});

test('states are called as they are everywhere else; sources by their own names', () => {
  expect(facetWords('is', { value: 'later', label: 'later' })).toBe('Read later');
  expect(facetWords('source', { value: 'unread', label: 'Unread Weekly' })).toBe('Unread Weekly');
});
