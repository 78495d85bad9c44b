import { expect, test } from 'vitest';
import { type EmptyPlace, emptyTruth, footWords, type NetworkFeed, networkOf } from './network-words.ts';

const now = Date.UTC(2026, 10, 24, 8, 40);
const before = now - 60_000;

const answered: NetworkFeed = {
  title: 'Harbour Courier',
  health: 'ok',
  trouble: null,
  code: null,
  total: 30,
  lastCheckedAt: before,
  lastSuccessAt: before,
  nextCheckAt: now + 600_000,
};
const failing: NetworkFeed = {
  ...answered,
  title: 'Vale Gazette',
  trouble: 'No site answers at vale.example. Is it spelt right?',
  code: 'dns_failed',
};
const neverReached: NetworkFeed = { ...failing, total: 0, lastSuccessAt: null };
const waiting: NetworkFeed = { ...answered, total: 0, lastCheckedAt: null, lastSuccessAt: null, nextCheckAt: null };
const paused: NetworkFeed = { ...answered, health: 'paused' };

const kinds = { answered, failing, neverReached, waiting, paused };
const places: readonly EmptyPlace[] = [
  'today',
  'sinceVisit',
  'unread',
  'onlyUnread',
  'list',
  'starred',
  'later',
  'search',
  'hidden',
];

/** Every set of the kinds of feed. */
const libraries = Object.values(kinds).reduce<NetworkFeed[][]>(
  (sets, feed) => sets.concat(sets.map((set) => [...set, feed])),
  [[]],
);

const say = (place: EmptyPlace, feeds: readonly NetworkFeed[], state = { running: false, offline: false }) =>
  emptyTruth(place, { network: networkOf(feeds, state), later: 12, now });

test('a tick never stands over a failure, whatever failed and wherever it is looked at', () => {
  for (const feeds of libraries) {
    for (const running of [false, true]) {
      for (const offline of [false, true]) {
        for (const place of places) {
          const truth = say(place, feeds, { running, offline });
          const isTroubled = offline || feeds.some(({ trouble }) => trouble !== null);
          if (isTroubled || !feeds.some(({ lastSuccessAt }) => lastSuccessAt !== null)) {
            expect(truth.icon, `${place}: ${truth.title}`).not.toBe('check');
            expect(truth.tone).not.toBe('good');
          }
          expect(`${truth.title} ${truth.text}`).not.toMatch(/never|undefined|NaN|\b0 feeds/);
        }
      }
    }
  }
});

test('before anything came, an edition is promised for when there is a network, and can be asked for', () => {
  const truth = say(
    'today',
    Array.from({ length: 6 }, () => waiting),
    { running: false, offline: true },
  );
  expect(truth).toMatchObject({
    title: 'Your first edition comes when you are online',
    text: '6 titles are waiting. Nothing has been fetched yet.',
    remedy: { label: 'Try again', act: 'fetch' },
  });
});

test('while the first edition comes, it is said what is here and how many are to come', () => {
  const truth = say('today', [answered, waiting, waiting], { running: true, offline: false });
  expect(truth).toMatchObject({ title: 'Fetching your first edition', text: 'Harbour Courier is here; 2 to come.' });
});

test('where no feed answers, the cause that all have in common is said once', () => {
  const other = { ...failing, trouble: 'No site answers at low.example. Is it spelt right?' };
  expect(say('unread', [failing, other])).toMatchObject({
    title: 'None of your 2 feeds could be reached',
    text: 'This computer finds no names on the network. A proxy may be needed.',
    tone: 'bad',
  });
  const proxy = { ...failing, code: 'connection_failed', trouble: 'The proxy did not let us through. Check it.' };
  expect(say('today', [proxy, proxy]).text).toBe('The proxy did not let us through.');
  expect(say('today', [proxy, failing]).text).toBe('Each feed says in its own list why.');
});

test('where some do not answer, the others are told apart from them', () => {
  expect(say('today', [answered, answered, failing])).toMatchObject({
    title: '1 of 3 feeds could not be reached',
    remedy: { label: 'Show it', act: 'troubled' },
  });
});

test('what is read to its end has a tick, and leads on to what was put aside', () => {
  expect(say('unread', [answered])).toMatchObject({
    icon: 'check',
    title: 'All read',
    remedy: { label: 'Read later: 12', act: 'later' },
  });
});

test('the time of the last answer is that of an answer, not of an attempt', () => {
  const old = { ...failing, lastSuccessAt: before - 3_600_000 };
  expect(networkOf([old], undefined).lastSuccessAt).toBe(before - 3_600_000);
  expect(footWords(networkOf([old], undefined))).toBe('No feed answers');
  expect(footWords(networkOf([answered, old], undefined))).toBe(null);
});
