/** The application's menu. Each item has an id, so that tests and people name the same thing. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import {
  commandMenus,
  fileCommands,
  findCommands,
  hasModifier,
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
  /** The developer tools are for those who build the app. */
  readonly isPackaged: boolean;
}

export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** Pure: the whole menu as Electron's template. */
export function menuTemplate({ platform, run, isPackaged }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const item = ({ command, label, keys }: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => run(command),
    // Registered here, a key would act in text fields too, and once more than in the window.
    ...(keys && (!isMac || hasModifier(keys)) ? { accelerator: keys, registerAccelerator: false } : {}),
  });
  const items = (parts: readonly MenuPart[]) => parts.map((part) => (part === 'separator' ? line : item(part)));
  const menu = (id: string, label: string, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    id,
    label,
    submenu,
  });
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    id: name,
    role: name,
  });
  const settings = item(settingsCommand);
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
      ...[line, role('togglefullscreen'), ...(isPackaged ? [] : [role('toggleDevTools')])],
    ]),
    ...commandMenus.map(({ id, label, parts }) => menu(id, label, items(parts))),
    ...(isMac ? [menu('window', 'Window', [role('minimize'), role('zoom'), line, role('front')])] : []),
    menu('help', 'Help', [...items(helpCommands), ...(isMac ? [] : [line, role('about')])]),
  ];
}
