import { beforeEach, describe, expect, test } from 'vitest';
import type { ArticleId } from '../../contract/ids.ts';
import {
  goBack,
  goForward,
  type Move,
  navigate,
  placeNow,
  positionNow,
  startAt,
  travelTo,
  watchMoves,
} from './navigation.ts';

const article = (id: number) => id as ArticleId;

beforeEach(() => startAt({ view: 'today' }));

describe('the way back', () => {
  test('leads through views with the article that was open in each', () => {
    navigate({ articleId: article(1) });
    navigate({ view: 'folder:3' });
    expect(placeNow().articleId).toBeNull();
    goBack();
    expect(placeNow()).toMatchObject({ view: 'today', articleId: 1 });
    goForward();
    expect(placeNow()).toMatchObject({ view: 'folder:3', articleId: null });
  });

  test('is not filled by stepping through a list', () => {
    navigate({ view: 'unread' });
    for (const id of [1, 2, 3]) navigate({ articleId: article(id) }, { replace: true });
    goBack();
    expect(placeNow().view).toBe('today');
  });

  test('ends where the window was opened', () => {
    goBack();
    expect(placeNow()).toMatchObject({ screen: 'reader', view: 'today' });
  });

  test('going somewhere new forgets the way forward', () => {
    navigate({ view: 'unread' });
    goBack();
    navigate({ view: 'starred' });
    goForward();
    expect(placeNow().view).toBe('starred');
  });
});

test('nothing leads back into the welcome once it is left, and a look at the catalogue comes back to it', () => {
  startAt({ screen: 'first-run' });
  navigate({ screen: 'catalogue' });
  goBack();
  expect(placeNow().screen).toBe('first-run');
  navigate({ screen: 'today', view: 'today' });
  goBack();
  expect(placeNow().screen).toBe('today');
  expect(positionNow()).toBe(0);
});

test('another screen keeps the list and the article behind it', () => {
  navigate({ view: 'unread', articleId: article(7) });
  navigate({ screen: 'settings', argument: 'reading' });
  expect(placeNow()).toMatchObject({ screen: 'settings', view: 'unread', articleId: 7, argument: 'reading' });
  navigate({ screen: 'reader' });
  expect(placeNow()).toMatchObject({ screen: 'reader', view: 'unread', articleId: 7, argument: null });
});

test('choosing an article or a view comes back to the reader', () => {
  navigate({ screen: 'search', argument: 'tide' });
  navigate({ articleId: article(9) });
  expect(placeNow().screen).toBe('reader');
});

describe('a page of stories', () => {
  beforeEach(() => navigate({ screen: 'today', view: 'today' }));

  test('opens as a page, whatever was open in the reader before', () => {
    navigate({ view: 'unread', articleId: article(7) });
    navigate({ screen: 'story', argument: '12' });
    expect(placeNow()).toMatchObject({ screen: 'story', argument: '12', articleId: null });
  });

  test('has an article over it that was opened from it, and keeps what it is about', () => {
    navigate({ screen: 'story', argument: '12' });
    navigate({ screen: 'story', articleId: article(3) });
    expect(placeNow()).toMatchObject({ screen: 'story', argument: '12', articleId: 3 });
  });

  test('is there once when the article over it is closed: the way back leads on from it', () => {
    navigate({ screen: 'today', articleId: article(3) });
    navigate({ screen: 'today', articleId: null }, { replace: true });
    goBack();
    expect(placeNow()).toMatchObject({ screen: 'reader', view: 'today' });
  });

  test('is the page itself again when its view is chosen once more', () => {
    navigate({ screen: 'today', articleId: article(3) });
    navigate({ screen: 'today', view: 'today' });
    expect(placeNow()).toMatchObject({ screen: 'today', articleId: null, argument: null });
  });
});

describe('whoever follows the way', () => {
  test('hears of each new place, each step and each place that takes that of another', () => {
    const heard: Move[] = [];
    const stop = watchMoves((move) => heard.push(move));
    navigate({ view: 'unread' });
    navigate({ articleId: article(1) });
    navigate({ articleId: article(2) }, { replace: true });
    goBack();
    goForward();
    navigate({ articleId: null }, { replace: true });
    stop();
    navigate({ view: 'starred' });
    expect(heard).toEqual([
      { kind: 'push', steps: 1 },
      { kind: 'push', steps: 1 },
      { kind: 'replace', steps: 0 },
      { kind: 'travel', steps: -1 },
      { kind: 'travel', steps: 1 },
      // as before it was opened
      { kind: 'travel', steps: -1 },
    ]);
  });

  test('can go to a place by its position, and nowhere where there is none', () => {
    navigate({ view: 'unread' });
    navigate({ view: 'starred' });
    travelTo(0);
    expect([placeNow().view, positionNow()]).toEqual(['today', 0]);
    travelTo(9);
    expect(positionNow()).toBe(0);
  });
});
