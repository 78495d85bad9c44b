/** Keys pressed before the list is there: whoever types quickly chooses from it unseen, and nothing pressed is lost. */
import { useEffect, useRef } from 'react';
import type { Suggesting } from './use-suggesting.ts';

interface KeysAhead {
  /** The text for which they were pressed: another letter drops them. */
  readonly text: string;
  /** How far down the list, from 1. */
  readonly steps: number;
  /** What takes that one; null: it is only chosen. */
  readonly end: 'Enter' | 'Tab' | null;
}

/** Answers whether a key waits for the list. `act` is called once the list of that text is known, also when it is empty. */
export function useKeysAhead(
  { text, state }: { readonly text: string; readonly state: Suggesting['state'] },
  act: (keys: KeysAhead) => void,
): (key: string) => boolean {
  const held = useRef<KeysAhead | null>(null);
  useEffect(() => {
    const keys = held.current;
    if (state === 'awaited' || keys === null) return;
    held.current = null;
    if (state === 'here' && keys.text === text) act(keys);
  });
  return (key) => {
    const steps = held.current?.text === text ? held.current.steps : 0;
    held.current = state === 'awaited' ? nextKeys(text, steps, key) : null;
    return held.current !== null;
  };
}

/** Null where the key is not the list's: Enter before any arrow is about the whole query. */
function nextKeys(text: string, steps: number, key: string): KeysAhead | null {
  if (key === 'ArrowDown') return { text, steps: steps + 1, end: null };
  if (steps === 0) return null;
  if (key === 'ArrowUp') return steps > 1 ? { text, steps: steps - 1, end: null } : null;
  return key === 'Enter' || key === 'Tab' ? { text, steps, end: key } : null;
}
