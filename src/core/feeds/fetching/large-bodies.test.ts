import { expect, test } from 'vitest';
import { type LargeBody, leaveLarge, mayGoOn } from './large-bodies.ts';

const mib = 1024 * 1024;

test('beyond the budget all bodies but the oldest wait, and are told when one ends', () => {
  const told: string[] = [];
  const body = (name: string): LargeBody => ({ bytes: 0, goOn: () => void told.push(name) });
  const [oldest, second, third] = [body('oldest'), body('second'), body('third')];
  expect(mayGoOn(oldest, 3 * mib)).toBe(true);
  expect(mayGoOn(second, 3 * mib)).toBe(true);
  expect(mayGoOn(third, 3 * mib)).toBe(false);
  expect(mayGoOn(oldest, 3 * mib)).toBe(true);
  leaveLarge(oldest);
  expect(told).toEqual(['second', 'third']);
  expect(mayGoOn(third, mib)).toBe(true);
  leaveLarge(second);
  leaveLarge(third);
  leaveLarge(third);
  expect(mayGoOn(body('next'), 8 * mib)).toBe(true);
});
