/**
 * The way from the field to the results of what stands in it. Keys that come before those results wait for them, so that
 * nothing is opened that another text has found; the next letter drops them.
 */
import { type RefObject, useEffect, useRef } from 'react';
import type { HitKeys } from './use-hit-keys.ts';

interface Wish {
  readonly text: string;
  /** Of the hit that is gone to. */
  readonly position: number;
  readonly opens: boolean;
}

interface ToResults {
  /** Down: to the first result, and on from there while none is shown. */
  readonly go: () => void;
  /** Enter: opens the chosen result. */
  readonly open: () => void;
}

interface Way {
  readonly text: string;
  /** What is shown was found for another text. */
  readonly isBehind: boolean;
  readonly keys: Pick<HitKeys, 'at' | 'choose' | 'open'>;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
}

export function useToResults({ text, isBehind, keys, field, list }: Way): ToResults {
  const awaited = useRef<Wish | null>(null);
  const arrive = ({ position, opens }: Wish) => {
    list.current?.focus({ preventScroll: true });
    if (opens) keys.open(position);
    else keys.choose(position);
  };
  useEffect(() => {
    const wish = awaited.current;
    if (wish === null) return;
    const isWanted = wish.text === text && document.activeElement === field.current;
    if (isWanted && isBehind) return;
    awaited.current = null;
    if (isWanted) arrive(wish);
  });
  const want = (wish: Wish) => {
    if (isBehind) awaited.current = wish;
    else arrive(wish);
  };
  const held = () => (awaited.current?.text === text ? awaited.current.position : null);
  return {
    go: () => {
      const position = held();
      want({ text, position: position === null ? (isBehind ? 0 : keys.at) : position + 1, opens: false });
    },
    open: () => want({ text, position: held() ?? (isBehind ? 0 : keys.at), opens: true }),
  };
}
