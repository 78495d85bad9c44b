import { expect, test } from 'vitest';
import { externalAddress } from './external-links.ts';
import { isOwnPage, isStartPage } from './own-page.ts';
import { launchOptions } from './paths.ts';
import { isPermitted } from './permissions.ts';

test.each(['https://press.example/story?a=1#b', 'http://press.example/', 'mailto:desk@press.example'])(
  '%s is opened by the system',
  (address) => {
    expect(externalAddress(address)).toBe(address);
  },
);

test.each([
  'file:///etc/passwd',
  'smb://server/share',
  'javascript:alert(1)',
  'data:text/html,hello',
  'vscode://open?file=x',
  'broadsheet://app/index.html',
  'press.example',
  '',
])('%s never leaves the app', (address) => {
  expect(externalAddress(address)).toBeUndefined();
});

test('only the own page may call the core', () => {
  expect(isOwnPage('broadsheet://app/index.html#/settings')).toBe(true);
  const strangers = [
    'broadsheet://evil/',
    'https://app/',
    'file:///app',
    'broadsheet://app.evil.example/',
    'app',
    undefined,
  ];
  expect(strangers.filter(isOwnPage)).toEqual([]);
});

test('the window may go to its own page, and not to a picture or sound that it shows', () => {
  expect(['broadsheet://app/', 'broadsheet://app/index.html?x#y'].filter(isStartPage)).toHaveLength(2);
  const others = ['broadsheet://app/picture?url=x', 'broadsheet://app/sound?url=x', 'https://app/', 'broadsheet://x/'];
  expect(others.filter(isStartPage)).toEqual([]);
});

test('the page may copy a link, and nothing else of the computer is open to it', () => {
  const page = 'broadsheet://app/';
  expect(isPermitted('clipboard-sanitized-write', page)).toBe(true);
  expect(isPermitted('clipboard-sanitized-write', 'https://press.example/')).toBe(false);
  const others = ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fileSystem', 'unknown'];
  expect(others.filter((permission) => isPermitted(permission, page))).toEqual([]);
});

test('the library may be named in both ways, and from where the person stood', () => {
  expect(launchOptions(['--library', 'news'], '/home/reader').libraryFolder).toBe('/home/reader/news');
  expect(launchOptions(['.', '--library=/srv/news', '--sample'], '/home/reader')).toEqual({
    libraryFolder: '/srv/news',
    sample: true,
    verbose: false,
  });
});

test('a log of everything is asked for by name', () => {
  expect(launchOptions(['.', '--verbose'], '/home/reader').verbose).toBe(true);
});

test('without a folder after it, --library means the usual place', () => {
  expect(launchOptions(['--library', '--sample'], '/home/reader')).toEqual({
    libraryFolder: undefined,
    sample: true,
    verbose: false,
  });
  expect(launchOptions(['--sample', '--library'], '/home/reader')).toEqual({
    libraryFolder: undefined,
    sample: true,
    verbose: false,
  });
  expect(launchOptions([], '/home/reader')).toEqual({ libraryFolder: undefined, sample: false, verbose: false });
});
