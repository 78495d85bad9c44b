/** What each call announced, and what made its answer old, when that was written down apart from the call: nothing is lost. */
import { describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../contract/events.ts';
import { type MethodName, methods } from '../../contract/index.ts';
import { staleAfter } from '../../contract/stale-after.ts';
import { type ChangeEvent, eventOf } from '../../contract/subjects.ts';
import { silentLog } from '../lib/log.ts';
import { announcementsOf } from './announce.ts';
import { EventBus } from './event-bus.ts';

const marked = 'articles-marked';
const arrived = 'articles-arrived';
const feeds = 'feeds-changed';
const searches = 'saved-searches-changed';
const stories = 'stories-changed';

const announced: Readonly<Partial<Record<MethodName, readonly ChangeEvent[]>>> = {
  'articles.mark': [marked],
  'articles.fullText': [marked],
  'articles.chooseText': [marked],
  'reading.declareBankruptcy': [marked],
  'edition.visited': [],
  'feeds.rename': [feeds],
  'feeds.move': [feeds],
  'feeds.remove': [feeds, marked],
  'feeds.configure': [feeds, marked],
  'folders.add': [feeds],
  'folders.rename': [feeds],
  'folders.move': [feeds],
  'folders.sort': [feeds],
  'folders.remove': [feeds],
  'forYou.editFeature': [stories],
  'forYou.erase': [stories],
  'forYou.takeBack': [stories],
  'reading.forget': [stories],
  'reading.record': [],
  'reading.keepPlace': [],
  'library.optimise': [],
  'operations.undo': [marked, feeds, searches, stories],
  'operations.redo': [marked, feeds, searches, stories],
  'savedSearches.add': [searches],
  'savedSearches.rename': [searches],
  'savedSearches.change': [searches],
  'savedSearches.remove': [searches],
  'savedSearches.reorder': [searches],
  'settings.set': ['settings-changed'],
  'state.set': [],
  'stories.split': [stories],
  'stories.merge': [stories],
  'stories.notThis': [stories],
  'stories.mute': [stories],
  'stories.follow': [stories],
  'mutes.remove': [stories],
};

/** Told by the call itself, as it goes. */
const told: Readonly<Partial<Record<MethodName, readonly ChangeEvent[]>>> = {
  'archive.clean': [marked],
  'archive.import': [feeds, arrived],
  'archive.importFolder': [feeds, arrived, 'settings-changed'],
  'feeds.add': [feeds],
  'feeds.addMany': [feeds],
  'opml.import': [feeds],
};

const shownAgainAfter: Readonly<Record<ChangeEvent, readonly MethodName[]>> = {
  [marked]: ['counts.get', 'articles.get', 'savedSearches.list', 'operations.history', 'forYou.profile'],
  [arrived]: ['counts.get', 'articles.get', 'feeds.list', 'savedSearches.list'],
  [searches]: ['savedSearches.list', 'counts.get', 'operations.history'],
  [feeds]: [
    'feeds.list',
    'folders.list',
    'counts.get',
    'library.info',
    'feeds.diary',
    'feeds.volume',
    'catalogue.list',
    'operations.history',
  ],
  [stories]: [
    'stories.list',
    'stories.get',
    'mutes.list',
    'articles.related',
    'articles.hiddenReason',
    'forYou.profile',
  ],
  refresh: ['refresh.feeds'],
  'settings-changed': ['archive.preview'],
};

const unseenAfter: Readonly<Partial<Record<ChangeEvent, readonly MethodName[]>>> = {
  [marked]: ['articles.search', 'search.facets'],
  [arrived]: ['articles.search', 'search.facets'],
  [feeds]: ['articles.search', 'search.facets'],
};

const typesOf = (events: readonly CoreEvent[]): string[] => events.map(({ type }) => type);

describe('what a call says of itself', () => {
  it.each(Object.entries(announced))('%s is announced as it always was', (name, events) => {
    expect(typesOf(announcementsOf(methods, { name, input: {}, value: {} }))).toEqual(events);
  });

  it.each(Object.entries(told))('%s may tell by itself what it always told', (name, events) => {
    const { tells = [] } = methods[name as MethodName];
    const eventsNow = tells.map((subject) => eventOf[subject]);
    expect(eventsNow).toEqual(events);
  });

  it('the compiler refuses to tell what the call does not say that it tells', () => {
    const bus = new EventBus(silentLog);
    const heard: string[] = [];
    bus.on(({ type }) => heard.push(type));
    bus.tell('feeds.add', { type: 'feeds-changed' });
    // @ts-expect-error: its declaration has no stories
    bus.tell('feeds.add', { type: 'stories-changed' });
    // @ts-expect-error: the router announces it
    bus.tell('feeds.rename', { type: 'feeds-changed' });
    expect(heard).toHaveLength(3);
  });

  it.each(Object.entries(shownAgainAfter))('after %s is asked again what always was', (event, names) => {
    expect(staleAfter[event as ChangeEvent].shown).toEqual(expect.arrayContaining([...names]));
  });

  it.each(Object.entries(unseenAfter))('after %s hits stay as they are, and are not kept', (event, names) => {
    expect(staleAfter[event as ChangeEvent].unseen).toEqual(expect.arrayContaining([...names]));
    expect(staleAfter[event as ChangeEvent].shown).not.toEqual(expect.arrayContaining([...names]));
  });
});

describe('an announcement', () => {
  it('names the articles that were marked, where they were named', () => {
    const event = { type: 'articles-marked', ids: [7, 9] };
    expect(announcementsOf(methods, { name: 'articles.mark', input: { ids: [7, 9] }, value: {} })).toEqual([event]);
    const text = announcementsOf(methods, { name: 'articles.chooseText', input: { id: 7 }, value: {} });
    expect(text).toEqual([{ type: 'articles-marked', ids: [7] }]);
  });

  it('names none after a bulk change', () => {
    const marks = announcementsOf(methods, { name: 'articles.mark', input: { scope: { view: 'all' } }, value: {} });
    expect(marks).toEqual([{ type: 'articles-marked' }]);
  });

  it('of settings brings all of them', () => {
    const value = { theme: 'dark' };
    const events = announcementsOf(methods, { name: 'settings.set', input: value, value });
    expect(events).toEqual([{ type: 'settings-changed', settings: value }]);
  });
});
