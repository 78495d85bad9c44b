import { expect, test } from 'vitest';
import { settings } from '../../../contract/settings.ts';
import { commandWords } from './command-words.ts';
import { type Offer, rankOffers } from './rank-offers.ts';
import { settingOffers } from './setting-offers.ts';
import { weights } from './weights.ts';

/** As the window has them with an article open in a list. */
const commands: Readonly<Record<string, string>> = {
  'article.next': 'Next article',
  'article.previous': 'Previous article',
  'article.nextUnread': 'Next unread',
  'article.previousUnread': 'Previous unread',
  'list.markRead': 'Mark list read',
  'list.markOlderRead': 'Mark older read',
  'list.density': 'Density',
  'list.onlyUnread': 'Only unread',
  'page.next': 'Page, then next unread',
  'article.read': 'Read or unread',
  'article.star': 'Star',
  'article.later': 'Read later',
  'article.fullText': 'Full text',
  'article.original': 'Open original',
  'article.copyLink': 'Copy link',
  'article.look': 'Theme and text',
  'go.today': 'Today',
  'go.unread': 'All unread',
  'go.forYou': 'For you',
  'go.starred': 'Starred',
  'go.later': 'Read later',
  'go.feed': 'The feed of this article',
  'go.subscriptions': 'Subscriptions',
  'go.catalogue': 'Catalogue',
  'go.import': 'Import subscriptions',
  'go.search': 'Search',
  'go.settings': 'Settings',
  undo: 'Undo',
  redo: 'Redo',
  sidebar: 'Sidebar',
  'text.larger': 'Larger text',
  'text.smaller': 'Smaller text',
  'text.usual': 'Usual text size',
  shortcuts: 'This sheet',
  back: 'Back',
  forward: 'Forward',
  'feed.add': 'Add feed',
  'refresh.here': 'Refresh this',
  'refresh.all': 'Refresh all',
  'folder.add': 'New folder',
  'subscriptions.export': 'Export subscriptions',
  'archive.export': 'Export archive',
};
const feeds = [
  'Teaser Times',
  'Unlinked blog',
  'Nature',
  'Harbour Courier',
  'Lumen Science',
  'Fieldnotes Weekly',
  'Neue Zürcher Zeitung',
  'Journal (atom)',
  'The Setting Sun',
  'Daring Fireball',
];
const folders = ['World', 'Science', 'Technology'];
const searches = ['Grid storage', 'Flood defences'];

const offers: readonly Offer[] = [
  ...Object.entries(commands).map(([id, title]) => ({
    id,
    title,
    weight: id.startsWith('go.') ? weights.view : weights.command,
    ...commandWords[id],
  })),
  ...settingOffers(settings.parse({})).map((offer) => ({
    ...offer,
    weight: offer.change ? weights.value : weights.page,
  })),
  ...feeds.flatMap((title) => [
    { id: `feed ${title}`, title, weight: weights.feed },
    { id: `refresh ${title}`, title: `Refresh ${title}`, weight: weights.feedAction },
    { id: `read ${title}`, title: `Mark ${title} read`, weight: weights.feedAction },
  ]),
  ...folders.map((title) => ({ id: `folder ${title}`, title, alias: 'folder', weight: weights.folder })),
  ...searches.map((title) => ({ id: `search ${title}`, title, alias: 'saved search', weight: weights.search })),
  ...Object.entries({ mutes: 'Muted', profile: 'Your profile', report: 'Report cards' }).map(([id, title]) => ({
    id,
    title,
    alias: { mutes: 'mute hide block ignore topics', profile: 'interests', report: 'statistics stats worth' }[id] ?? '',
    weight: weights.view,
  })),
];

test.each([
  ['set', 'Settings'],
  ['sett', 'Settings'],
  ['settings', 'Settings'],
  ['pref', 'Settings'],
  ['undo', 'Undo'],
  ['und', 'Undo'],
  ['redo', 'Redo'],
  ['full', 'Full text'],
  ['mark', 'Mark list read'],
  ['mark read', 'Mark read or unread'],
  ['mark old', 'Mark older read'],
  ['dark', 'Dark theme'],
  ['night', 'Dark theme'],
  ['light', 'Light theme'],
  ['paper', 'Paper theme'],
  ['theme', 'Theme and text'],
  ['theme dark', 'Dark theme'],
  ['backup', 'Backups'],
  ['back', 'Back'],
  ['restore', 'Restore a backup'],
  ['opml', 'Import subscriptions'],
  ['saved', 'Grid storage'],
  ['saved se', 'Grid storage'],
  ['imp', 'Import subscriptions'],
  ['import', 'Import subscriptions'],
  ['exp', 'Export archive'],
  ['export', 'Export archive'],
  ['export sub', 'Export subscriptions'],
  ['exp op', 'Export subscriptions'],
  ['stat', 'Report cards'],
  ['star', 'Starred'],
  ['starred', 'Starred'],
  ['later', 'Read later list'],
  ['read later', 'Read later list'],
  ['unr', 'All unread'],
  ['unread', 'All unread'],
  ['font', 'Font: Inter'],
  ['literata', 'Font: Literata'],
  ['size', 'Size of text and font'],
  ['bigger', 'Larger text'],
  ['lang', 'Catalogue'],
  ['privacy', 'Privacy settings'],
  ['keys', 'Keyboard shortcuts'],
  ['keyb', 'Keyboard shortcuts'],
  ['shortcut', 'Shortcut settings'],
  ['hotk', 'Keyboard shortcuts'],
  ['mute', 'Muted'],
  ['profile', 'Your profile'],
  ['add', 'Add feed'],
  ['subscribe', 'Add feed'],
  ['subsc', 'Subscriptions'],
  ['follow', 'Add feed'],
  ['cat', 'Catalogue'],
  ['discover', 'Catalogue'],
  ['ref', 'Refresh all'],
  ['refresh this', 'Refresh this'],
  ['new f', 'New folder'],
  ['compact', 'Compact list'],
  ['density', 'List density: next'],
  ['cards', 'Cards in lists'],
  ['oldest', 'Oldest first'],
  ['sort', 'Newest first'],
  ['pict', 'Pictures in lists: hide'],
  ['images', 'Pictures in lists: hide'],
  ['accent', 'Accent: ink'],
  ['today', 'Today'],
  ['for', 'For you'],
  ['sea', 'Search archive'],
  ['find', 'Search archive'],
  ['archive', 'Search archive'],
  ['copy', 'Copy link'],
  ['share', 'Copy link'],
  ['orig', 'Open original'],
  ['side', 'Sidebar: show or hide'],
  ['about', 'About Broadsheet'],
  ['version', 'About Broadsheet'],
  ['storage', 'Storage settings'],
  ['lum', 'Lumen Science'],
  ['cour', 'Harbour Courier'],
  ['fire', 'Daring Fireball'],
  ['zurch', 'Neue Zürcher Zeitung'],
  ['world', 'World'],
  ['sci', 'Science'],
  ['flood', 'Flood defences'],
  ['grid', 'Grid storage'],
  ['refresh lum', 'Refresh Lumen Science'],
  ['mark nature', 'Mark Nature read'],
  // One letter wrong, missing, too many, or changed with its neighbour.
  ['setings', 'Settings'],
  ['settigns', 'Settings'],
  ['catalouge', 'Catalogue'],
  ['subscritpions', 'Subscriptions'],
  ['lumem', 'Lumen Science'],
  ['improt', 'Import subscriptions'],
  ['drak', 'Dark theme'],
  ['starrred', 'Starred'],
  // Letters apart, where nothing begins with them.
  ['hbc', 'Harbour Courier'],
])('typed “%s” finds “%s” first', (typed, expected) => {
  expect(rankOffers(offers, typed)[0]?.title).toBe(expected);
});

test('what only holds the letters apart stands nowhere while something begins with them', () => {
  const found = rankOffers(offers, 'set').map(({ title }) => title);
  expect(found).toContain('The Setting Sun');
  expect(found).not.toContain('Teaser Times');
  expect(rankOffers(offers, 'undo').map(({ title }) => title)).not.toContain('Unlinked blog');
});

test('what was chosen often comes first among those that answer as well, and never before a better answer', () => {
  const uses = { 'feed The Setting Sun': 9, 'list.markOlderRead': 4 };
  expect(rankOffers(offers, 'mark', uses)[0]?.title).toBe('Mark older read');
  expect(rankOffers(offers, 'set', uses)[0]?.title).toBe('Settings');
});

test('accents and capitals make no difference, and nothing typed leaves everything', () => {
  expect(rankOffers(offers, 'ZÜR')[0]?.title).toBe('Neue Zürcher Zeitung');
  expect(rankOffers(offers, '')).toHaveLength(offers.length);
  expect(rankOffers(offers, 'zzzz')).toEqual([]);
});
