/** The window's only way out: it may call the core and hear its events. Nothing else is ever exposed. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Transport } from '../contract/client.ts';
import type { CoreEvent } from '../contract/events.ts';

const bridge: Transport = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  on: (listener) => {
    const hear = (_: IpcRendererEvent, event: CoreEvent) => listener(event);
    ipcRenderer.on('event', hear);
    return () => {
      ipcRenderer.off('event', hear);
    };
  },
};

contextBridge.exposeInMainWorld('broadsheet', bridge);
