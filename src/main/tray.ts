/** The icon in the system's tray, while the setting asks for it: Broadsheet then goes on fetching with its window closed. */
import { Menu, nativeImage, Tray } from 'electron';
import trayImage from './images/tray.png?asset';

export interface TrayActions {
  readonly open: () => void;
  readonly refresh: () => void;
  readonly quit: () => void;
}

/** Shows or removes the icon as told; telling the same twice does nothing. */
export function trayIcon({ open, refresh, quit }: TrayActions): (isWanted: boolean) => void {
  // Held for as long as it is shown: a collected tray icon vanishes from the screen.
  let tray: Tray | undefined;
  return (isWanted) => {
    if (isWanted === (tray !== undefined)) return;
    if (!isWanted) {
      tray?.destroy();
      tray = undefined;
      return;
    }
    tray = new Tray(nativeImage.createFromPath(trayImage));
    tray.setToolTip('Broadsheet');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { id: 'tray.open', label: 'Open Broadsheet', click: open },
        { id: 'tray.refresh', label: 'Refresh all', click: refresh },
        { type: 'separator' },
        { id: 'tray.quit', label: 'Quit', click: quit },
      ]),
    );
    tray.on('click', open);
  };
}
