/** The last searches that led to something, kept with the library on this computer until the reader erases them. */
import { useEffect } from 'react';
import { client } from '../../client/client.ts';
import { createStore, useStore } from '../../lib/store.ts';

const stateKey = 'recent-searches';
const mostKept = 8;
/** Longer ones are hardly read again, and fill the page. */
const longestKept = 120;

const recent = createStore<readonly string[]>([]);
let isRead = false;

async function readOnce(): Promise<void> {
  if (isRead) return;
  isRead = true;
  const result = await client.call('state.get', { key: stateKey });
  const kept: unknown = result.ok ? result.value.value : null;
  if (Array.isArray(kept)) recent.set((now) => merged(now, kept.map(String)));
}

export function useRecentSearches(): readonly string[] {
  useEffect(() => void readOnce(), []);
  return useStore(recent, (searches) => searches);
}

/** A search that only went on from the last one takes its place. */
export function keepSearch(query: string): void {
  const text = query.trim();
  if (text === '' || text.length > longestKept) return;
  void readOnce().then(() => {
    recent.set((before) =>
      merged(
        [text],
        before.filter((other, at) => !(at === 0 && text.startsWith(other))),
      ),
    );
    write();
  });
}

export function eraseSearches(): void {
  recent.set([]);
  write();
}

function merged(first: readonly string[], then: readonly string[]): readonly string[] {
  return [...new Set([...first, ...then])].slice(0, mostKept);
}

function write(): void {
  void client.call('state.set', { key: stateKey, value: [...recent.get()] });
}
