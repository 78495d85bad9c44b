/** The desktop around the window: recorded, and answered as a person would who does nothing. */
import { EventEmitter } from 'node:events';
import { covered, record } from './covered.ts';

export class Menu implements Pick<Electron.Menu, 'items' | 'getMenuItemById'> {
  static current: Menu | null = null;
  static setApplicationMenu = (menu: Menu | null) => void Object.assign(Menu, { current: menu });
  static getApplicationMenu = () => Menu.current;
  static buildFromTemplate = (template: Electron.MenuItemConstructorOptions[]) =>
    Object.assign(new Menu(), { items: template.map(menuItem) });
  items: Electron.MenuItem[] = [];
  getMenuItemById(id: string): Electron.MenuItem | null {
    const inside = this.items.map((item) => (item.id === id ? item : item.submenu?.getMenuItemById(id)));
    return inside.find((item) => item) ?? null;
  }
}

function menuItem(options: Electron.MenuItemConstructorOptions): Electron.MenuItem {
  const submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : undefined;
  return { enabled: true, ...options, submenu } as unknown as Electron.MenuItem;
}

export class Tray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip' | 'setContextMenu' | 'destroy'> {
  setToolTip = (text: string) => record('tray', text);
  setContextMenu = (menu: Electron.Menu | null) => record('tray-menu', menu);
  destroy = () => record('tray', 'destroyed');
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show' | 'close'> {
  static isSupported = () => true;
  static last: Notification | undefined;
  show = () => {};
  close = () => {};
  constructor(options: Electron.NotificationConstructorOptions) {
    super();
    Notification.last = this;
    record('notification', options);
  }
}

const answering =
  <Answer>(kind: string, answer: Answer) =>
  (...asked: unknown[]) =>
    Promise.resolve(record(kind, asked)).then(() => answer);

export const shell = covered('shell', {
  openExternal: answering('open-external', undefined),
} satisfies Pick<Electron.Shell, 'openExternal'>);
const showErrorBox: Electron.Dialog['showErrorBox'] = (...box) => record('error-box', box);
export const dialog = covered('dialog', { showErrorBox });

export const session = covered('session', {
  defaultSession: covered('session', {
    setPermissionRequestHandler: (handler) => record('permission-request-handler', typeof handler),
    setPermissionCheckHandler: (handler) => record('permission-check-handler', typeof handler),
    resolveProxy: answering('resolve-proxy', process.env.STAND_IN_PROXY ?? 'DIRECT'),
  } satisfies Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'resolveProxy'>),
});

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Electron.Display;
export const screen = covered('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
} satisfies Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>);

type Theme = Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>;
const theme: Theme = { shouldUseDarkColors: false, themeSource: 'system' };
export const nativeTheme = covered('nativeTheme', Object.assign(new EventEmitter(), theme));
export const powerMonitor = covered('powerMonitor', new EventEmitter());
export const nativeImage = covered('nativeImage', { createFromPath: (path: string) => ({ path }) });
