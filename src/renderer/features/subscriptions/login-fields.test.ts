import { expect, test } from 'vitest';
import { credentialsOf, noLogin } from './login-fields.ts';

test('a user name without a password is a login; a password without a name is none', () => {
  expect(credentialsOf({ ...noLogin, name: ' ada ' })).toEqual({ kind: 'basic', username: 'ada', password: '' });
  expect(credentialsOf({ ...noLogin, secret: 'x' })).toBeUndefined();
});

test('spaces at the ends of a password belong to it', () => {
  expect(credentialsOf({ kind: 'basic', name: 'ada', secret: ' p ' })).toMatchObject({ password: ' p ' });
});

test('a header needs a name that HTTP allows', () => {
  expect(credentialsOf({ kind: 'header', name: 'X Key', secret: '1' })).toBeUndefined();
  expect(credentialsOf({ kind: 'header', name: 'X-Key', secret: '1' })).toEqual({
    kind: 'header',
    name: 'X-Key',
    value: '1',
  });
});
