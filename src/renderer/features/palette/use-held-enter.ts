/**
 * Enter before the articles of what was typed are there: the first of them is meant, and not one that other letters
 * found. Another letter drops it.
 */
import { useEffect, useRef } from 'react';

/** Answers the function that holds an Enter; `act` is called once the articles are there. */
export function useHeldEnter(words: string, isBehind: boolean, act: () => void): () => void {
  const held = useRef<string | null>(null);
  useEffect(() => {
    if (held.current === null || (held.current === words && isBehind)) return;
    const isMeant = held.current === words;
    held.current = null;
    if (isMeant) act();
  });
  return () => {
    held.current = words;
  };
}
