/** What commands are called in the palette, where their usual names lean on the place they stand at, and other words for them. */

interface CommandWords {
  readonly title?: string;
  readonly alias?: string;
}

export const commandWords: Readonly<Record<string, CommandWords>> = {
  'go.today': { alias: 'front page home edition news' },
  'go.unread': { alias: 'inbox new everything articles' },
  'go.forYou': { alias: 'recommended recommendations suggestions interests' },
  'go.starred': { alias: 'favourites favorites bookmarks stars' },
  'go.later': { title: 'Read later list', alias: 'queue bookmarks' },
  'go.feed': { title: 'Feed of this article', alias: 'source publisher' },
  'go.subscriptions': {
    alias: 'feeds manage sources errors broken health unsubscribe delete remove status',
  },
  'go.catalogue': {
    alias: 'discover browse explore titles publishers languages countries newspapers suggestions',
  },
  'go.import': { alias: 'opml migrate feedly inoreader netnewswire freshrss newsboat upload load' },
  'go.search': { title: 'Search archive', alias: 'find query look articles saved searches' },
  'go.settings': { alias: 'preferences options configuration customise customize' },
  undo: { alias: 'revert take back' },
  redo: { alias: 'repeat again' },
  sidebar: { title: 'Sidebar: show or hide', alias: 'panel hide feeds pane' },
  'text.larger': { alias: 'bigger increase font size zoom in' },
  'text.smaller': { alias: 'decrease reduce font size zoom out' },
  'text.usual': { alias: 'reset default font zoom normal' },
  shortcuts: { title: 'Keyboard shortcuts', alias: 'keys hotkeys help bindings sheet' },
  back: { title: 'Back', alias: 'previous return history' },
  forward: { alias: 'history' },
  'feed.add': { alias: 'subscribe follow new rss atom url address subscription source' },
  'refresh.here': { alias: 'update fetch reload check sync' },
  'refresh.all': { alias: 'update fetch reload check sync feeds' },
  'list.markRead': { alias: 'all everything done clear catch up' },
  'list.markOlderRead': { alias: 'catch up clear' },
  'list.density': { title: 'List density: next', alias: 'compact comfortable cards rows view layout' },
  'list.onlyUnread': { alias: 'hide read filter show' },
  'list.showNew': { alias: 'load arrived' },
  'article.read': { title: 'Mark read or unread', alias: 'keep' },
  'article.star': { title: 'Star this article', alias: 'favourite favorite bookmark save' },
  'article.later': { title: 'Read this later', alias: 'read later save queue bookmark' },
  'article.fullText': { alias: 'whole article page extract readability fetch' },
  'article.original': { alias: 'browser website web page link visit' },
  'article.copyLink': { alias: 'share url address clipboard' },
  'article.look': { alias: 'font typeface size width reading appearance' },
  'folder.add': { alias: 'group category create make' },
  'subscriptions.export': { alias: 'opml save download backup back up' },
  'archive.export': { alias: 'backup back up download save take away articles html' },
  'today.markRead': { alias: 'all everything done clear' },
  'today.catchUp': { alias: 'brief minutes summary' },
};
