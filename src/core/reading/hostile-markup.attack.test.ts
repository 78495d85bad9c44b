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
