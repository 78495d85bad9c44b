import { describe, expect, test } from 'vitest';
import { isBarePress, pressesOf, pressOf } from './key-press.ts';

const key = (over: Partial<Parameters<typeof pressOf>[0]>) =>
  pressOf({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over });

describe('a press of a key', () => {
  test.each([
    [{ key: 'j', code: 'KeyJ' }, 'J'],
    [{ key: 'A', code: 'KeyA', shiftKey: true }, 'Shift A'],
    [{ key: 'z', code: 'KeyZ', ctrlKey: true }, 'Ctrl Z'],
    [{ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'Ctrl Shift Z'],
    [{ key: 'k', code: 'KeyK', metaKey: true }, 'Ctrl K'],
    [{ key: ' ', code: 'Space', shiftKey: true }, 'Shift Space'],
    [{ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, 'Alt ArrowLeft'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: '/', code: 'Digit7', shiftKey: true }, '/'],
    [{ key: '=', code: 'Equal', ctrlKey: true }, 'Ctrl +'],
    [{ key: 'о', code: 'KeyJ' }, 'J'],
  ])('%o is %s', (pressed, words) => {
    expect(key(pressed)).toBe(words);
  });

  test('a modifier alone, or half a letter, is none', () => {
    expect(key({ key: 'Shift', shiftKey: true })).toBeUndefined();
    expect(key({ key: 'Dead' })).toBeUndefined();
  });
});

describe('the keys of a command', () => {
  test.each([
    ['G T', ['G', 'T']],
    ['Ctrl K', ['Ctrl K']],
    ['Shift Ctrl Z', ['Ctrl Shift Z']],
    ['Shift A', ['Shift A']],
  ])('%s is pressed as %o', (keys, presses) => {
    expect(pressesOf(keys)).toEqual(presses);
  });

  test('only keys with Ctrl or Alt, and function keys, may act where somebody types', () => {
    expect(['J', 'Shift A', '?', 'Space'].every(isBarePress)).toBe(true);
    expect(['Ctrl K', 'Alt ArrowLeft', 'F6', 'Shift F6'].some(isBarePress)).toBe(false);
  });
});
