/** What a library from somebody else says the window looked like. */
import { describe, expect, it } from 'vitest';
import { atFirst, keptWindow } from './kept-window.ts';

describe('The window as it was kept', () => {
  it('comes back as it was', () => {
    const kept = {
      view: 'feed:7',
      articleId: 5,
      listTop: { view: 'feed:7', articleId: 5, above: -3.5 },
      openFolders: [1, 2],
      sideWidth: 240,
      listWidth: 320.5,
      sideHidden: true,
      today: { range: 'morning', order: ['picks'], hidden: ['seldom'] },
      search: { query: 'harbour', order: 'newest', at: 2, top: { position: 1, above: 4.5 } },
      feedOrder: 'unread',
      onlyUnreadFeeds: true,
      recent: ['feed:7'],
      uses: { 'go.today': 3 },
    };
    expect(keptWindow(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each<[string, unknown]>([
    ['view', 7],
    ['view', 'javascript:1'],
    ['articleId', {}],
    ['articleId', 1e300],
    ['listTop', {}],
    ['listTop', { view: 'all', articleId: 1, above: null }],
    ['openFolders', 5],
    ['openFolders', [null]],
    ['sideWidth', 1e9],
    ['sideWidth', '240px'],
    ['listWidth', -1],
    ['sideHidden', 'yes'],
    ['today', null],
    ['today', { range: 'day', order: 5, hidden: [] }],
    ['today', { range: 'constructor', order: [], hidden: [] }],
    ['today', { range: 'day', order: [{}], hidden: [] }],
  ])('is as at first in %s where that is %j', (name, value) => {
    expect(keptWindow({ [name]: value })).toEqual(atFirst);
  });

  it.each([null, 5, 'x', [], [1]])('is that of a first start where it is %j', (kept) => {
    expect(keptWindow(kept)).toEqual(atFirst);
  });
});
