/** Every action of the keyboard table as a menu item: id, words, keys, and the window's command behind it. */

export interface MenuCommand {
  /** The window's name for the action; also the id of the menu item. */
  readonly command: string;
  readonly label: string;
  /** In Electron's notation. The window acts on the key itself; the menu only shows it. */
  readonly keys?: string;
}

export type MenuPart = MenuCommand | 'separator';

export interface CommandMenu {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly MenuPart[];
}

export const fileCommands: readonly MenuPart[] = [
  { command: 'feed.add', label: 'Add feed…', keys: 'A' },
  'separator',
  { command: 'opml.import', label: 'Import subscriptions…' },
  { command: 'opml.export', label: 'Export subscriptions…' },
];

export const settingsCommand: MenuCommand = { command: 'settings.open', label: 'Settings…', keys: 'CmdOrCtrl+,' };

export const undoCommands: readonly MenuCommand[] = [
  { command: 'undo', label: 'Undo', keys: 'CmdOrCtrl+Z' },
  { command: 'redo', label: 'Redo', keys: 'CmdOrCtrl+Shift+Z' },
];

export const findCommands: readonly MenuCommand[] = [
  { command: 'search.focus', label: 'Search the archive', keys: '/' },
  { command: 'palette.open', label: 'Command palette…', keys: 'CmdOrCtrl+K' },
];

export const viewCommands: readonly MenuPart[] = [
  { command: 'view.today', label: 'Today' },
  { command: 'view.unread', label: 'All unread' },
  { command: 'view.for-you', label: 'For you' },
  { command: 'view.starred', label: 'Starred' },
  { command: 'view.later', label: 'Read later' },
  { command: 'view.subscriptions', label: 'Subscriptions' },
  'separator',
  { command: 'list.only-unread', label: 'Only unread', keys: 'U' },
  { command: 'list.density', label: 'Density', keys: 'D' },
  { command: 'text.panel', label: 'Theme and text…', keys: 'T' },
  { command: 'sidebar.toggle', label: 'Show or hide the sidebar', keys: 'CmdOrCtrl+\\' },
  'separator',
  { command: 'text.larger', label: 'Larger text', keys: 'CmdOrCtrl+Plus' },
  { command: 'text.smaller', label: 'Smaller text', keys: 'CmdOrCtrl+-' },
  { command: 'text.reset', label: 'Normal text', keys: 'CmdOrCtrl+0' },
];

export const commandMenus: readonly CommandMenu[] = [
  {
    id: 'article',
    label: 'Article',
    parts: [
      { command: 'article.next', label: 'Next article', keys: 'J' },
      { command: 'article.previous', label: 'Previous article', keys: 'K' },
      { command: 'article.next-unread', label: 'Next unread', keys: 'N' },
      { command: 'article.previous-unread', label: 'Previous unread', keys: 'P' },
      { command: 'go.back', label: 'Back to where you were', keys: 'Alt+Left' },
      'separator',
      { command: 'page.down', label: 'Page down, then next unread', keys: 'Space' },
      { command: 'page.up', label: 'Page up', keys: 'Shift+Space' },
      { command: 'article.enter', label: 'Into the article', keys: 'Enter' },
      { command: 'article.leave', label: 'Back to the list', keys: 'Esc' },
      'separator',
      { command: 'article.read', label: 'Read or unread', keys: 'M' },
      { command: 'article.star', label: 'Star', keys: 'S' },
      { command: 'article.later', label: 'Read later', keys: 'L' },
      'separator',
      { command: 'article.full-text', label: 'Full text', keys: 'F' },
      { command: 'article.original', label: 'Open original', keys: 'O' },
    ],
  },
  {
    id: 'feeds',
    label: 'Feeds',
    parts: [
      { command: 'refresh.this', label: 'Refresh this', keys: 'R' },
      { command: 'refresh.all', label: 'Refresh all', keys: 'Shift+R' },
      'separator',
      { command: 'list.mark-read', label: 'Mark list read', keys: 'Shift+A' },
      { command: 'list.mark-older-read', label: 'Mark older read', keys: 'Shift+O' },
    ],
  },
];

export const helpCommands: readonly MenuCommand[] = [
  { command: 'shortcuts.show', label: 'Keyboard shortcuts', keys: '?' },
];

/** Whether the keys are safe to show on macOS, where the menu takes a shown key from every text field. */
export function hasModifier(keys: string): boolean {
  return /^(CmdOrCtrl|Alt)\+/.test(keys);
}
