/** Pictures that are small as files and would hold a window for minutes, or take its memory, when they are shown. */
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-library.ts';
import { storeMedia } from './media-store.ts';

const kept = async (file: string | Buffer): Promise<string> => {
  const stored = await storeMedia(temporaryFolder(), Buffer.from(file));
  return stored.ok ? 'kept' : stored.error.code;
};
const svg = (inner: string, before = ''): string => `${before}<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;

/** Five groups, each of which draws the one before ten times. */
const grown = (draw: (id: string) => string): string => {
  const groups = Array.from({ length: 5 }, (_, n) => `<g id="a${n + 1}">${draw(`a${n}`).repeat(10)}</g>`);
  return `<defs><g id="a0"><rect width="1" height="1"/></g>${groups.join('')}</defs>${draw('a5')}`;
};

test.each([
  ['parts that draw parts', svg(grown((id) => `<use href="#${id}"/>`))],
  ['the same under another prefix', svg(grown((id) => `<s:use xlink:href=" #${id}"/>`))],
  ['masks of masks', svg(grown((id) => `<rect mask="url( '#${id}')"/>`))],
  ['patterns in styles', svg(grown((id) => `<rect style="fill:url(#${id})"/>`))],
  ['names with brackets in them', svg(grown((id) => `<g id="${id})"><rect mask="URL( '#${id})')"/></g>`))],
  ['styles in letters spelt out', svg(grown((id) => `<rect style="mask:u\\72l(#${id})"/>`))],
  ['much room before a name', svg(grown((id) => `<rect mask="url(${' '.repeat(500)}#${id})"/>`))],
  ['a name that is a page long', svg(`<g id="${'n'.repeat(500)}"/>`)],
  ['styles from elsewhere', svg('<rect/>', '<?xml-stylesheet href="data:text/css,*{mask:url(%23m)}"?>')],
  ['names in letters spelt out', svg(grown((id) => `<use href="&#35;${id}"/>`))],
  [
    'a rule for each element',
    svg(`<style>rect{mask:url(#m)}</style><mask id="m">${'<g/>'.repeat(900)}</mask>${'<rect/>'.repeat(900)}`),
  ],
  ['a part that draws itself', svg('<g id="a"><use href="#a"/></g>')],
  ['a hundred thousand elements', svg('<rect/>'.repeat(100_000))],
  ['a thousand open at once', svg('<g>'.repeat(1_000))],
  ['movement without end', svg('<rect><animate attributeName="x" repeatCount="indefinite"/></rect>'.repeat(5_000))],
  ['a drawing in a drawing', svg('<image href="data:image/svg+xml,%3Csvg/%3E"/>')],
  ['names that stand for markup', svg('&b;', '<!DOCTYPE svg [<!ENTITY a "<g/>"><!ENTITY b "&a;&a;">]>')],
])('a drawing with %s is not kept', async (_, drawing) => {
  const begun = performance.now();
  expect(await kept(drawing)).toBe('too_large');
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test.each([
  svg(
    '<defs><linearGradient id="g"/><g id="leaf"><path d="M0 0"/></g></defs>' +
      '<use href="#leaf" fill="url(#g)"/>'.repeat(500),
  ),
  svg(
    '<style>.a{fill:url(#g)}</style><linearGradient id="g"><stop/></linearGradient>' +
      '<path class="a"/>'.repeat(20_000),
  ),
  svg('<a href="#top" id="top"><text>Up</text></a><image href="data:image/png;base64,AA=="/>'),
  svg('<g/>', '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>'),
])('an ordinary drawing is kept', async (drawing) => expect(await kept(drawing)).toBe('kept'));

const u16 = (n: number, little = false): Buffer => Buffer.from(little ? [n & 255, n >> 8] : [n >> 8, n & 255]);
const u32 = (n: number): Buffer => Buffer.concat([u16(n >>> 16), u16(n & 0xffff)]);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const headers: Readonly<Record<string, (side: number) => Buffer[]>> = {
  png: (side) => [latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), u32(side), u32(side), Buffer.alloc(9)],
  gif: (side) => [latin('GIF89a'), u16(side, true), u16(side, true), Buffer.alloc(9)],
  jpeg: (side) => [latin('\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08'), u16(side), u16(side), Buffer.alloc(20)],
  webp: (side) => [latin('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a'), u16(side, true), u16(side, true)],
  avif: (side) => [latin('\0\0\0\x1cftypavif\0\0\0\x14ispe\0\0\0\0'), u32(side), u32(side), Buffer.alloc(9)],
  icon: (side) => [latin('\0\0\x01\0\x01\0'), Buffer.alloc(16), ...(headers.png?.(side) ?? [])],
};

test.each(Object.keys(headers))('a picture (%s) of 250 million pixels is not kept, and one of 64 is', async (kind) => {
  expect(await kept(Buffer.concat(headers[kind]?.(16_000) ?? []))).toBe('too_large');
  expect(await kept(Buffer.concat(headers[kind]?.(8_000) ?? []))).toBe('kept');
});

test('one that is cut off in its header is kept as it came', async () => {
  for (const make of Object.values(headers))
    expect(await kept(Buffer.concat(make(9_999)).subarray(0, 13))).not.toBe('too_large');
});
