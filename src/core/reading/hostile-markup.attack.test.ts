/** Markup and pictures made to hold a worker: each of these took minutes or longer, and its test its time. */
import { describe, expect, it } from 'vitest';
import { sanitizeByLibrary, sanitizeHtml } from './sanitize-html.ts';
import { sniffMedia } from './sniff-media.ts';

const place = { base: 'https://a.example/' };

describe('a paragraph of no-break spaces', () => {
  it('is cleaned at once, where something stands after them', () => {
    expect(sanitizeHtml(`<p>${'\u00a0'.repeat(5_000)}x</p>`, place)).toContain('x</p>');
    expect(sanitizeHtml(`<svg></svg><p>${'&nbsp;'.repeat(5_000)}x</p>`, place)).toContain('x</p>');
  });

  it('goes where nothing else is in it', () => {
    expect(sanitizeHtml(`<p>a</p><p>\u00a0 &nbsp;<br></p>`, place)).toBe('<p>a</p>');
    expect(sanitizeByLibrary(`<p>a</p>`, place)).toBe('<p>a</p>');
  });
});

describe('what calls itself a drawing', () => {
  it.each([
    ['empty comments', '<!---->'],
    ['comments that never end', '<!--'],
    ['document types', '<!doctype svg>'],
    ['document types that never end', '<!doctype svg['],
  ])('and begins with %s is told at once to be none', (_what, piece) => {
    expect(sniffMedia(Buffer.from(`${piece.repeat(4_096 / piece.length - 2)}x`))).toBeUndefined();
  });

  it.each([
    '<svg>',
    '\ufeff <?xml version="1.0"?> <!-- a > b --> <!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY a "b">]> <!---->\n<SVG xmlns="x">',
    '<!doctype svg><svg\n>',
  ])('is one where only what XML allows stands before it: %s', (text) => {
    expect(sniffMedia(Buffer.from(text))?.mimeType).toBe('image/svg+xml');
  });
});

describe('an article that is longer than one can be', () => {
  const cutOff = 'The text is cut off here';

  it('says at its end that it is cut off', () => {
    expect(sanitizeHtml(`<p>${'word '.repeat(900_000)}</p>`, place)).toContain(cutOff);
    expect(sanitizeHtml(`<p>${'word '.repeat(700_000)}</p>`, place)).not.toContain(cutOff);
  });

  it('is cut where it has more elements than a window can show', () => {
    const clean = sanitizeHtml('<i>x</i>'.repeat(240_000), place);
    expect(clean).toContain(cutOff);
    expect(clean.split('<i>').length).toBeLessThan(100_000);
  });
});

describe('elements that are opened and not closed, or closed and not open', () => {
  it.each([
    ['misnested', '<b>'.repeat(100_000) + '</i>'.repeat(100_000)],
    ['tables in tables', '<table><tr><td>'.repeat(80_000)],
    ['half tags', `<svg></svg>${'<a "'.repeat(200_000)}`],
  ])('are cleaned in time with their length: %s', (_what, html) => {
    expect(sanitizeHtml(`${html}end`, place).length).toBeLessThan(html.length);
  });

  it('lose their tags beyond the depth that any article has, and nothing of their text', () => {
    const clean = sanitizeHtml(`<svg></svg>${'<div>'.repeat(5_000)}deep${'</div>'.repeat(5_000)}<p>after</p>`, place);
    expect(clean).toContain('deep');
    expect(clean.endsWith('<p>after</p>')).toBe(true);
  });
});
