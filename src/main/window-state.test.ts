import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fitToDisplays, readWindowState, writeWindowState } from './window-state.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const desk = { x: 1440, y: 0, width: 2560, height: 1400 };

test('the first window stands in the middle of the main display', () => {
  expect(fitToDisplays(undefined, [laptop, desk])).toEqual({ x: 80, y: 53, width: 1280, height: 820 });
});

test('a window on the second display comes back there', () => {
  const kept = { x: 1600, y: 100, width: 1300, height: 900 };
  expect(fitToDisplays(kept, [laptop, desk])).toEqual(kept);
});

test('a window whose display is gone comes to the main one, as large as that allows', () => {
  const kept = { x: 1600, y: 100, width: 2000, height: 1200 };
  expect(fitToDisplays(kept, [laptop])).toEqual({ x: 0, y: 25, width: 1440, height: 875 });
});

test('a window half off its display is moved in, not made smaller', () => {
  expect(fitToDisplays({ x: -700, y: 600, width: 1000, height: 800 }, [laptop])).toEqual({
    x: 0,
    y: 100,
    width: 1000,
    height: 800,
  });
});

test('a window is never smaller than its smallest size, even on a smaller display', () => {
  const small = { x: 0, y: 0, width: 320, height: 240 };
  expect(fitToDisplays({ x: 10, y: 10, width: 100, height: 100 }, [small])).toEqual({
    x: 0,
    y: 0,
    width: 480,
    height: 400,
  });
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was kept is read at the next start, and no half-written file is left', () => {
  const file = join(folder, 'not yet there', 'window.json');
  const state = { bounds: { x: -5, y: 7, width: 900, height: 700 }, isMaximised: true };
  writeWindowState(file, state);
  expect(readWindowState(file)).toEqual(state);
  expect(readdirSync(join(folder, 'not yet there'))).toEqual(['window.json']);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"bounds":{"x":1,"y":1,"width":"wide","height":2},"isMaximised":false}',
  '{"bounds":null}',
])('a file that holds %s is no reason not to start', (text) => {
  const file = join(folder, 'window.json');
  writeFileSync(file, text);
  expect(readWindowState(file)).toBeUndefined();
});

test('without a file there is no state', () => {
  expect(readWindowState(join(folder, 'window.json'))).toBeUndefined();
});
