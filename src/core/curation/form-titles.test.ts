import { describe, expect, test } from 'vitest';
import { formOf, isOfForm } from './form-titles.ts';

const names = ['Alder', 'Birch', 'Cedar', 'Douglas', 'Elm', 'Fir', 'Gum', 'Hazel', 'Ivy', 'Juniper'];

describe('titles written to a form', () => {
  test.each([
    ['closing prices', names.map((name, n) => `${name} shares closed at ${100 + n * 3}.5`)],
    ['the weather', names.map((name, n) => `Weather for ${name}: ${n} degrees, rain`)],
    ['small earthquakes', names.map((name, n) => `Magnitude 2.${n} earthquake ${n + 4} km off ${name}`)],
  ])('are known by the words that come back in %s', (_, titles) => {
    const form = formOf(titles);
    expect(form.size).toBeGreaterThan(0);
    expect(titles.every((title) => isOfForm(title, form))).toBe(true);
    expect(isOfForm('The mayor opens a bridge after eleven years', form)).toBe(false);
  });

  test('are not what a paper writes of one event all day', () => {
    const live = [
      'Skarvik ferry runs aground in fog off the mole',
      'Passengers of the Skarvik ferry taken off by helicopter',
      'What is known of the ferry that ran aground near Skarvik',
      'Captain of Skarvik ferry speaks of a light that failed',
      'Tugs wait for the tide to free the ferry at Skarvik',
      'Island schools closed while the Skarvik ferry is missing from the timetable',
    ];
    expect(formOf(live)).toEqual(new Set());
  });

  test('without words have no form', () => {
    expect(formOf(['12.5', '13.5', ''])).toEqual(new Set());
    expect(isOfForm('12.5', new Set())).toBe(false);
  });
});
