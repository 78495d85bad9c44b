import { expect, test } from 'vitest';
import { placeTitle } from './place-title.ts';

const known = { unread: 0, titleOf: (view: string) => (view === 'unread' ? 'All unread' : 'Today') };

test('the window is called by its place, with what is unread before it', () => {
  const place = { screen: 'reader', view: 'unread', argument: null } as const;
  expect(placeTitle(place, { ...known, unread: 12 })).toBe('(12) All unread – Broadsheet');
  expect(placeTitle(place, known)).toBe('All unread – Broadsheet');
});

test('a page is called by its name and a search by its words, whatever list is behind them', () => {
  const title = (screen: 'settings' | 'search' | 'history', argument: string | null) =>
    placeTitle({ screen, view: 'unread', argument }, known);
  expect(title('settings', 'reading')).toBe('Settings – Broadsheet');
  expect(title('history', null)).toBe('History – Broadsheet');
  expect(title('search', 'tide ')).toBe('Search: tide – Broadsheet');
  expect(title('search', null)).toBe('Search archive – Broadsheet');
});
