import { expect, test } from 'vitest';
import { amountOf, choiceValue, nearestChoice } from './nearest-choice.ts';

const choices = [
  { amount: 15, label: 'Adaptive' },
  { amount: 60, label: 'Hourly' },
  { amount: null, label: 'By hand' },
];

test('a number that is none of the choices shows as the nearest', () => {
  expect(nearestChoice(choices, 20)).toBe('15');
  expect(nearestChoice(choices, 45)).toBe('60');
});

test('no number is a choice of its own', () => {
  expect(nearestChoice(choices, null)).toBe(choiceValue(null));
  expect(amountOf(choiceValue(null))).toBeNull();
  expect(amountOf('0')).toBe(0);
});
