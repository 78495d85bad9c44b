/** Whose calls the desktop app answers, whatever may come to run in it. */
import { expect, test } from 'vitest';
import { mayCall } from './caller.ts';

const frame = (url: string) => ({ url });
const ownUrl = 'broadsheet://app/index.html';
const window = { mainFrame: frame(ownUrl) };
const isWindow = (sender: unknown) => sender === window;

test('the page of the window may call, in its own frame', () => {
  expect(mayCall({ sender: window, senderFrame: window.mainFrame }, isWindow)).toBe(true);
});

test('a frame inside the page may not, also where its address is our own', () => {
  expect(mayCall({ sender: window, senderFrame: frame(ownUrl) }, isWindow)).toBe(false);
});

test('other contents may not, also where they show our page', () => {
  const other = { mainFrame: frame(ownUrl) };
  expect(mayCall({ sender: other, senderFrame: other.mainFrame }, isWindow)).toBe(false);
});

test('a page from elsewhere in the window may not', () => {
  const taken = { mainFrame: frame('http://evil.example/') };
  expect(mayCall({ sender: taken, senderFrame: taken.mainFrame }, () => true)).toBe(false);
});

test('a frame that is gone may not', () => {
  expect(mayCall({ sender: window, senderFrame: null }, isWindow)).toBe(false);
});
