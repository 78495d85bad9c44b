import { expect, test } from 'vitest';
import { mayOpenOutside } from './outside-address.ts';

test.each(['https://press.example/', 'HTTP://press.example', 'mailto:desk@press.example'])(
  '%s may be opened',
  (address) => expect(mayOpenOutside(address)).toBe(true),
);

test.each([
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'data:text/html,x',
  'file:///etc',
  'blob:https://a/1',
  '//x',
  '',
])('%j is not given to the browser', (address) => expect(mayOpenOutside(address)).toBe(false));
