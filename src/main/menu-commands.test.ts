import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acceleratorOf } from './accelerator.ts';
import * as commands from './menu-commands.ts';

const renderer = join(import.meta.dirname, '../renderer');
const parts = Object.values(commands).flat();
const items = parts.filter((part) => part !== 'separator');

/** The commands that the window has, by their ids in its sources, with the keys beside them. */
function windowCommands(): Map<string, string | undefined> {
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /commands\.tsx?$/.test(name))
    .map((name) => readFileSync(join(renderer, name), 'utf8'));
  const found = sources.flatMap((text) => [
    ...text.matchAll(/\bid: '([A-Za-z.]+)',[^}]*?keys: \[(?:'((?:[^'\\]|\\.)*)')?/g),
  ]);
  return new Map(found.map(([, id = '', keys]) => [id, keys?.replaceAll('\\\\', '\\')]));
}

test('every item of the menu is a command that the window has, with the same keys', () => {
  const known = windowCommands();
  const wrong = items.filter(({ command, keys }) => !known.has(command) || known.get(command) !== keys);
  expect(wrong).toEqual([]);
});

test('no command is in the menu twice', () => {
  const names = items.map(({ command }) => command);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test.each([
  ['J', 'J'],
  ['Shift A', 'Shift+A'],
  ['Ctrl Shift Z', 'CmdOrCtrl+Shift+Z'],
  ['Ctrl +', 'CmdOrCtrl+Plus'],
  ['Ctrl \\', 'CmdOrCtrl+\\'],
  ['Alt ArrowLeft', 'Alt+Left'],
  ['Escape', 'Esc'],
  ['X | Ctrl J', 'X'],
  ['G T', undefined],
  ['', undefined],
  [undefined, undefined],
])('the keys %s are shown as %s', (keys, shown) => {
  expect(acceleratorOf(keys, 'linux')).toBe(shown);
});

test('on macOS the menu shows no bare key, which it would take from text fields', () => {
  expect(acceleratorOf('J', 'darwin')).toBeUndefined();
  expect(acceleratorOf('Shift A', 'darwin')).toBeUndefined();
  expect(acceleratorOf('Ctrl K', 'darwin')).toBe('CmdOrCtrl+K');
});
