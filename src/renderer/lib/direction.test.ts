import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

const of = (title: string, language: string | null = null, opening = '') => directionOf({ title, opening, language });

test('an Arabic headline runs from right to left, also in a feed that calls itself English', () => {
  expect(of('الميناء في الصباح', 'en')).toBe('rtl');
  expect(of('«הנמל» בבוקר')).toBe('rtl');
});

test('an English headline in an Arabic feed runs from left to right', () => {
  expect(of('Harbour news', 'ar')).toBe('ltr');
});

test('figures say nothing of a direction: the language does', () => {
  expect(of('2026 – 12', 'ar')).toBe('rtl');
  expect(of('2026 – 12', 'ja')).toBe('ltr');
});

test('an article without a headline goes by how its text begins', () => {
  expect(of('', null, 'الميناء')).toBe('rtl');
});
