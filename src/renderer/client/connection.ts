/** Whether there is somebody to call. On the desktop there always is. */
import { createStore } from '../lib/store.ts';

/** `lost`: the server does not answer, and this window looks for it. `closed`: it has to be opened anew. */
export type Connection = 'there' | 'lost' | 'closed';

export const connection = createStore<Connection>('there');

/** Resolves at once where there is somebody, else when there is again. */
export function whenThere(): Promise<void> {
  if (connection.get() === 'there') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = connection.subscribe(() => {
      if (connection.get() !== 'there') return;
      stop();
      resolve();
    });
  });
}
