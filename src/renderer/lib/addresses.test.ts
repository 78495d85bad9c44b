import { expect, test } from 'vitest';
import { pictureAddress, soundAddress } from './media-address.ts';
import { withoutTracking } from './without-tracking.ts';

test('a picture is asked of our own origin, never of its publisher', () => {
  expect(pictureAddress('https://a.example/b c.png?x=1&y=2')).toBe(
    '/picture?url=https%3A%2F%2Fa.example%2Fb%20c.png%3Fx%3D1%26y%3D2',
  );
  expect(soundAddress('http://a.example/one.mp3')).toBe('/sound?url=http%3A%2F%2Fa.example%2Fone.mp3');
});

test.each([null, undefined, '', 'data:image/png;base64,AA', 'javascript:alert(1)', '/relative.png'])(
  '%s is no address of a picture',
  (address) => {
    expect(pictureAddress(address)).toBeUndefined();
  },
);

test('copying without tracking keeps what the page needs', () => {
  expect(withoutTracking('https://a.example/story?id=7&utm_source=feed&fbclid=x#part')).toBe(
    'https://a.example/story?id=7#part',
  );
  expect(withoutTracking('no address')).toBe('no address');
});
