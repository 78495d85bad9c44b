import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Stop } from './plain-words.mjs';
import { readStartOptions } from './start-options.mjs';

const home = resolve('/home/reader');

test('a library is meant from the folder in which the command was typed', () => {
  const { passed, browserWindow, open } = readStartOptions(['--sample', '--library', 'papers'], home);
  expect({ passed, browserWindow, open }).toEqual({
    passed: ['--sample', '--library', resolve(home, 'papers')],
    browserWindow: false,
    open: true,
  });
});

test('a value may follow an equals sign', () => {
  expect(readStartOptions(['--library=a=b'], home).passed).toEqual(['--library', resolve(home, 'a=b')]);
});

test('a tab asks for the browser window, and is asked of it', () => {
  expect(readStartOptions(['--tab'], home)).toMatchObject({ passed: ['--tab'], browserWindow: true, open: true });
});

test('a port or --no-open asks for the browser window', () => {
  expect(readStartOptions(['--port', '8080'], home)).toMatchObject({ passed: ['--port', '8080'], browserWindow: true });
  expect(readStartOptions(['--no-open'], home)).toMatchObject({ passed: [], browserWindow: true, open: false });
});

test.each([[['--port', '99999']], [['--port']], [['--library', '--sample']], [['--colour']]])(
  '%j is refused with a line that says what is right',
  (args) => {
    expect(() => readStartOptions(args, home)).toThrow(Stop);
  },
);
