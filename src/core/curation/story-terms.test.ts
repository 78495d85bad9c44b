import { describe, expect, test } from 'vitest';
import { languageOfText } from './stop-words.ts';
import { storyTerms } from './story-terms.ts';

function terms(title: string, lead = '', language = 'en') {
  return storyTerms({ title, lead, language }).terms;
}

describe('terms', () => {
  test('plural, -ed and -ing come together', () => {
    expect([...terms('fires fired firing fire').keys()]).toEqual(['fir']);
  });

  test('a name inside a sentence weighs more than a word, a capital at its start does not', () => {
    const found = terms('', 'Ports met in Eastbank today.');
    expect(found.get('eastbank')?.boost).toBeGreaterThan(1);
    expect(found.get('port')?.boost).toBe(1);
  });

  test('a headline in Title Case tells no names', () => {
    expect(terms('Eleven Ports Meet In Eastbank').get('eastbank')?.boost).toBe(1);
  });

  test('two capitalised words side by side are also one term', () => {
    expect(terms('', 'They met at Port Salter again.').get('#port_salter')?.surface).toBe('port salter');
  });

  test('numbers count and accents are folded', () => {
    expect([...terms('23 in Dünmoré').keys()]).toEqual(['23', 'dunmor']);
  });

  test('initials are one word, and the US is no pronoun', () => {
    expect([...terms('U.S. told us of the U.N. talks').keys()]).toEqual(['usa', 'un', 'talk']);
  });

  test('the lead is not counted twice when it repeats the title', () => {
    expect(terms('Marsh rises', 'Marsh rises slowly').get('marsh')?.count).toBe(1);
  });

  test('elided articles are taken off in French', () => {
    expect(terms("l'accord des ports d'Eastbank", '', 'fr').has('accord')).toBe(true);
  });

  test('an unspaced script is compared by pairs of characters', () => {
    expect([...terms('防洪协议', '', 'zh').keys()]).toEqual(['防洪', '洪协', '协议']);
  });
});

describe('the language of a text', () => {
  const english = 'the ports of the east are to pay for it and that is all'.split(' ');

  test('an undeclared language is told from small words, and left open when there are none', () => {
    expect(languageOfText('', english)).toBe('en');
    expect(languageOfText('', ['marrow', 'accord'])).toBe('');
  });

  test('a declared language is believed unless the text is plainly another', () => {
    expect(languageOfText('en-GB', ['marrow', 'accord'])).toBe('en');
    expect(languageOfText('pl', english)).toBe('en');
    expect(languageOfText('ro', english)).toBe('en');
    expect(languageOfText('ja', ['防洪'])).toBe('ja');
  });

  test('a guess about a headline that no small word backs is left open', () => {
    expect(languageOfText('de', ['twitter', 'outage'])).toBe('');
    expect(languageOfText('de', ['bahn', 'und', 'post'])).toBe('de');
  });
});
