import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a library and a port can be named, and the rest is usual', () => {
  expect(readOptions(['--library', 'some/where', '--port', '8080'])).toEqual({
    ok: true,
    value: {
      libraryFolder: resolve('some/where'),
      port: 8080,
      sample: false,
      polling: true,
      open: 'no',
      verbose: false,
    },
  });
});

test('the sample edition and the quiet window are asked for by name', () => {
  expect(readOptions(['--library', 'x', '--sample', '--no-polling'])).toMatchObject({
    ok: true,
    value: { sample: true, polling: false, port: undefined },
  });
});

test.each(['-1', '65536', 'eighty', '80.5'])('a port of %s is refused in words', (port) => {
  const answer = readOptions([`--port=${port}`]);
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  expect(answer.ok ? '' : answer.error.message).toContain(port);
});

test('the window is opened by itself, as a tab where that is asked for', () => {
  const openOf = (...args: string[]) => readOptions(args);
  expect(openOf('--open')).toMatchObject({ value: { open: 'window' } });
  expect(openOf('--open', '--tab')).toMatchObject({ value: { open: 'tab' } });
});

test('an option that is not known is refused by its name', () => {
  const answer = readOptions(['--libary', 'x']);
  expect(answer.ok ? '' : answer.error.message).toContain('--libary');
});
