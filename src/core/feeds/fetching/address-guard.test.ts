import { describe, expect, test } from 'vitest';
import { checkAddress, isAllowed, isPrivateAddress } from './address-guard.ts';

describe('an address that leads to no public host', () => {
  test.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2002:c0a8:101::1',
    '2001:0:1::1',
    '::ffff:0:7f00:1',
    '::ffff:0:808:808',
    '192.88.99.1',
    '2002:c058:6301::1',
    '2001:db8::1',
    '3fff::1',
    '3fff:fff:ffff::1',
    '5f00::1',
  ])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

  test.each([
    '1.1.1.1',
    '9.255.255.255',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '198.18.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::1',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
    '2002:101:101::1',
    '192.88.98.255',
    '192.88.100.1',
    '2001:db9::1',
    '3ffe:ffff::1',
    '5eff::1',
  ])('%s is public', (address) => expect(isPrivateAddress(address)).toBe(false));

  test('a name is judged by its connection, not here', () => expect(isPrivateAddress('example.org')).toBe(false));
});

describe('an address before anything is connected', () => {
  const check = (url: string, throughProxy = false) => checkAddress(new URL(url), { allowPrivate: [], throughProxy });

  test.each(['http://example.org/', 'https://1.1.1.1:8443/', 'http://[2606:4700::1111]/'])('%s passes', (url) =>
    expect(check(url).ok).toBe(true),
  );

  test.each([
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0300.0250.1.1/',
    'http://[::ffff:10.0.0.1]/',
  ])('%s is refused however it is written', (url) =>
    expect(check(url)).toMatchObject({ ok: false, error: { code: 'private_address' } }),
  );

  test.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://nas.local/',
    'http://intranet/',
  ])('%s is refused by name only through a proxy, where no socket of ours can tell', (url) => {
    expect(check(url, true)).toMatchObject({ ok: false, error: { code: 'private_address' } });
    expect(check(url, false).ok).toBe(true);
  });
});

test('a permission fits one host and one port, in any spelling of the host', () => {
  const allowed = [
    { host: 'NAS.example', port: 80 },
    { host: '[::1]', port: 8080 },
  ];
  expect(isAllowed(new URL('http://nas.example/feed'), allowed)).toBe(true);
  expect(isAllowed(new URL('http://[::1]:8080/'), allowed)).toBe(true);
  expect(isAllowed(new URL('http://nas.example:81/'), allowed)).toBe(false);
  expect(isAllowed(new URL('https://nas.example/'), allowed)).toBe(false);
  expect(isAllowed(new URL('http://sub.nas.example/'), allowed)).toBe(false);
});
