/** The present minute, so that '5 h' does not stay '5 h' all day. */
import { createStore, useStore } from './store.ts';

const minuteMs = 60_000;
const minute = createStore(Date.now());
setInterval(() => minute.set(Date.now()), minuteMs);

/** Epoch milliseconds, at most a minute old; the component draws again each minute. */
export function useNow(): number {
  return useStore(minute, (now) => now);
}
