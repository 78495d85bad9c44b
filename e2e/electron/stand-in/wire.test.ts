import { expect, test } from 'vitest';
import { makeWire } from './wire.ts';

const { encode, decode } = makeWire();
const there = (value: unknown) => decode(encode([value]))[0];

test.each([
  ['a sentence', 'käse "und" brot\n\u2028 \ud83d\udcf0'],
  ['numbers', [0, -1.5, 2 ** 53 - 1]],
  ['nothing', null],
  ['undefined', undefined],
  ['an undefined property', { url: undefined, title: 'A' }],
  ['a list with undefined in it', [undefined, 1]],
  ['a date', new Date(1_700_000_000_000)],
  ['a date that is none', new Date(Number.NaN)],
  ['what looks like our own marks', ['undefined', ['array', 1], { array: ['date', 5] }]],
  ['an answer', { ok: false, error: { code: 'not_found', message: 'Gone.', detail: { status: 410 } } }],
])('%s arrives as it was sent', (_, value) => {
  expect(there(value)).toStrictEqual(value);
});

test('a property named __proto__ stays a property', () => {
  const sent = JSON.parse('{"__proto__": {"isAdmin": true}}');
  const came = there(sent) as { isAdmin?: boolean };
  expect(came.isAdmin).toBeUndefined();
  expect(Object.keys(came as object)).toEqual(['__proto__']);
});

test.each([
  ['a function', () => 1, 'Function'],
  ['a set', new Set([1]), 'Set'],
  ['not a number', Number.NaN, 'Number'],
  ['bytes', new Uint8Array(2), 'Uint8Array'],
])('%s is refused by name, and not turned into something else', (_, value, name) => {
  expect(() => encode([value])).toThrow(`stand-in: [object ${name}] over IPC is not covered`);
});
