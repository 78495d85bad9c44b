import { expect, test } from 'vitest';
import { terminalJson, terminalLine, terminalText, terminalXml } from './terminal-text.ts';

test('text keeps its lines, its tabs and every letter', () => {
  expect(terminalText('One\tline,\nand another: é 日本 שלום 🇫🇷 👩‍💻 −')).toBe(
    'One\tline,\nand another: é 日本 שלום 🇫🇷 👩‍💻 −',
  );
});

test.each([
  ['an escape sequence', 'a\x1b]0;owned\x07b', 'a\ufffd]0;owned\ufffdb'],
  ['one of C1', 'a\x9b31mb\x9d', 'a\ufffd31mb\ufffd'],
  ['a backspace and a delete', 'a\b\x7fb', 'a\ufffd\ufffdb'],
  ['a return to the beginning of the line', 'real\rfake', 'real fake'],
  ['lines of its own', 'one\n\r\n\u2028\u2029\x85two', 'one two'],
  ['letters turned round', 'https://good.example/\u202egpj.exe\u2066\u2069', 'https://good.example/gpj.exe'],
])('a line cannot hold %s', (_name, text, shown) => expect(terminalLine(text)).toBe(shown));

test('JSON and XML keep every character, as escapes', () => {
  const value = { title: '\x1b[2J\x9b31m\x7f\u202e\u2066\u2028' };
  for (const space of [0, 2]) {
    const json = terminalJson(JSON.stringify(value, null, space));
    expect(json).not.toMatch(/[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]/);
    expect(JSON.parse(json)).toEqual(value);
  }
  expect(terminalXml('<a b="\u202e\x9b"/>\n')).toBe('<a b="&#8238;&#155;"/>\n');
});
