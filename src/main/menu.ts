/** The application's menu. Each item has an id, so that tests and people name the same thing. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from './accelerator.ts';
import {
  articleCommands,
  feedCommands,
  fileCommands,
  findCommands,
  helpCommands,
  type MenuCommand,
  type MenuPart,
  settingsCommand,
  undoCommands,
  viewCommands,
} from './menu-commands.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Does what the item says, in the window. */
  readonly run: (command: string) => void;
  /** The reader's own keys, by command; '' where they switched a key off. */
  readonly keys: Readonly<Record<string, string>>;
  /** The developer tools are for those who build the app. */
  readonly isPackaged: boolean;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };
const role = (name: NonNullable<Item['role']>): Item => ({ id: name, role: name });
const menu = (id: string, label: string, submenu: Item[]): Item => ({ id, label, submenu });
/** macOS adds its list of windows to the one, and a search through all menus to the other. */
const systemMenu = (id: 'window' | 'help', label: string, submenu: Item[]): Item => ({
  ...menu(id, label, submenu),
  role: id,
});

export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

function menuTemplate(options: MenuOptions): Item[] {
  const isMac = options.platform === 'darwin';
  const items = (parts: readonly MenuPart[]) =>
    parts.map((part) => (part === 'separator' ? line : commandItem(part, options)));
  const settings = commandItem(settingsCommand, options);
  const appMenu = menu('app', 'Broadsheet', [
    ...[role('about'), line, settings, line, role('services'), line],
    ...[role('hide'), role('hideOthers'), role('unhide'), line, role('quit')],
  ]);
  return [
    ...(isMac ? [appMenu] : []),
    menu('file', 'File', [...items(fileCommands), line, ...(isMac ? [role('close')] : [settings, line, role('quit')])]),
    menu('edit', 'Edit', [
      ...items(undoCommands),
      ...[line, role('cut'), role('copy'), role('paste'), role('selectAll'), line],
      ...items(findCommands),
    ]),
    menu('view', 'View', [
      ...items(viewCommands),
      ...[line, role('togglefullscreen'), ...(options.isPackaged ? [] : [role('toggleDevTools')])],
    ]),
    menu('article', 'Article', items(articleCommands)),
    menu('feeds', 'Feeds', items(feedCommands)),
    ...(isMac ? [systemMenu('window', 'Window', [role('minimize'), role('zoom'), line, role('front')])] : []),
    systemMenu('help', 'Help', [...items(helpCommands), ...(isMac ? [] : [line, role('about')])]),
  ];
}

function commandItem({ command, label, keys }: MenuCommand, { run, platform, keys: own }: MenuOptions): Item {
  const accelerator = acceleratorOf(own[command] ?? keys, platform);
  return {
    id: command,
    label,
    click: () => run(command),
    // Only shown: registered here, a key would act in text fields too, and twice where the window has acted on it.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  };
}
