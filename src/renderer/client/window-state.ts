/** What the window looked like when it was left: restored before the first paint, kept while it is used. */
import { debounce } from '../lib/debounce.ts';
import { createStore } from '../lib/store.ts';
import { client } from './client.ts';
import { atFirst, isKept, keptWindow, type WindowState } from './kept-window.ts';

const stateKey = 'window';
const keepAfterMs = 400;

export const windowState = createStore<WindowState>(atFirst);

const keep = debounce(
  () => void client.call('state.set', { key: stateKey, value: { ...windowState.get() } as never }),
  keepAfterMs,
);

export function rememberState(change: Partial<WindowState>): void {
  windowState.set((before) => ({ ...before, ...change }));
  keep.call();
}

/** Reads what was kept. A library that was never opened in a window answers null: then folders begin open. */
export async function restoreState(): Promise<{ readonly isFirst: boolean }> {
  const result = await client.call('state.get', { key: stateKey });
  const kept = result.ok ? result.value.value : null;
  if (!isKept(kept)) return { isFirst: true };
  windowState.set(keptWindow(kept));
  return { isFirst: false };
}

addEventListener('pagehide', () => keep.flush());
