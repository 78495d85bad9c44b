/** Every action of the keyboard table as a menu item: the window's command, words, and the keys it has from the start. */

export interface MenuCommand {
  /** The window's name for the action; also the id of the menu item. */
  readonly command: string;
  readonly label: string;
  /** As the window writes them: 'Ctrl Shift Z', or 'G T' for two presses. */
  readonly keys?: string;
}

export type MenuPart = MenuCommand | 'separator';

export const fileCommands: readonly MenuPart[] = [
  { command: 'feed.add', label: 'Add feed…', keys: 'A' },
  { command: 'go.catalogue', label: 'Catalogue…' },
  'separator',
  { command: 'go.import', label: 'Import subscriptions…' },
  { command: 'subscriptions.export', label: 'Export subscriptions…' },
  { command: 'archive.export', label: 'Export archive…' },
];

export const settingsCommand: MenuCommand = { command: 'go.settings', label: 'Settings…', keys: 'Ctrl ,' };

export const undoCommands: readonly MenuCommand[] = [
  { command: 'undo', label: 'Undo', keys: 'Ctrl Z' },
  { command: 'redo', label: 'Redo', keys: 'Ctrl Shift Z' },
  { command: 'go.history', label: 'History', keys: 'G Z' },
];

export const findCommands: readonly MenuCommand[] = [
  { command: 'go.search', label: 'Search the archive', keys: '/' },
  { command: 'palette', label: 'Command palette…', keys: 'Ctrl K' },
];

export const viewCommands: readonly MenuPart[] = [
  { command: 'go.today', label: 'Today', keys: 'G T' },
  { command: 'go.unread', label: 'All unread', keys: 'G U' },
  { command: 'go.forYou', label: 'For you', keys: 'G Y' },
  { command: 'go.starred', label: 'Starred', keys: 'G S' },
  { command: 'go.later', label: 'Read later', keys: 'G L' },
  { command: 'go.subscriptions', label: 'Subscriptions', keys: 'G M' },
  'separator',
  { command: 'list.onlyUnread', label: 'Only unread', keys: 'U' },
  { command: 'list.density', label: 'Density', keys: 'D' },
  { command: 'article.look', label: 'Theme and text…', keys: 'T' },
  { command: 'sidebar', label: 'Sidebar', keys: 'Ctrl \\' },
  'separator',
  { command: 'text.larger', label: 'Larger text', keys: 'Ctrl +' },
  { command: 'text.smaller', label: 'Smaller text', keys: 'Ctrl -' },
  { command: 'text.usual', label: 'Usual text size', keys: 'Ctrl 0' },
];

export const articleCommands: readonly MenuPart[] = [
  { command: 'article.next', label: 'Next article', keys: 'J' },
  { command: 'article.previous', label: 'Previous article', keys: 'K' },
  { command: 'article.nextUnread', label: 'Next unread', keys: 'N' },
  { command: 'article.previousUnread', label: 'Previous unread', keys: 'P' },
  { command: 'back', label: 'Back to where you were', keys: 'Alt ArrowLeft' },
  'separator',
  { command: 'page.next', label: 'Page down, then next unread', keys: 'Space' },
  { command: 'page.previous', label: 'Page up', keys: 'Shift Space' },
  { command: 'article.enter', label: 'Into the article', keys: 'Enter' },
  { command: 'list.back', label: 'Back to the list', keys: 'Escape' },
  'separator',
  { command: 'article.read', label: 'Read or unread', keys: 'M' },
  { command: 'article.star', label: 'Star', keys: 'S' },
  { command: 'article.later', label: 'Read later', keys: 'L' },
  'separator',
  { command: 'article.fullText', label: 'Full text', keys: 'F' },
  { command: 'article.original', label: 'Open original', keys: 'O' },
];

export const feedCommands: readonly MenuPart[] = [
  { command: 'refresh.here', label: 'Refresh this', keys: 'R' },
  { command: 'refresh.all', label: 'Refresh all', keys: 'Shift R' },
  'separator',
  { command: 'list.markRead', label: 'Mark list read', keys: 'Shift A' },
  { command: 'list.markOlderRead', label: 'Mark older read', keys: 'Shift O' },
];

export const helpCommands: readonly MenuCommand[] = [{ command: 'shortcuts', label: 'Keyboard shortcuts', keys: '?' }];
