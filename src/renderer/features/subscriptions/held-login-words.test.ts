import { expect, test } from 'vitest';
import { heldLoginWords } from './held-login-words.ts';

test('names both places', () => {
  const { title, question, follow } = heldLoginWords('https://old.example', 'https://new.example:8443/feed');
  expect(title).toBe('This feed is at new.example:8443 now.');
  expect(question).toContain('You gave your login for old.example');
  expect(follow).toBe('Send it to new.example:8443');
});

test('says what it means that a feed is not encrypted any more', () => {
  const { title, follow } = heldLoginWords('https://old.example', 'http://old.example/feed');
  expect(title).toBe('The feed’s address is not encrypted any more.');
  expect(follow).toBe('Send it in the clear');
});
