/** Where the focus goes after an answer to what the dialog asked (a permission, a login): on to Subscribe, and never to Close. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Look, Looking } from './use-look.ts';

interface WayOn {
  /** As useLook() has it, for the buttons that leave with what they answer. */
  readonly lookAt: Looking['lookAt'];
  /** Stands round the address field. */
  readonly field: RefObject<HTMLDivElement | null>;
  readonly next: RefObject<HTMLButtonElement | null>;
}

export function useWayOn(look: Look, lookAt: Looking['lookAt']): WayOn {
  const field = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || look.state === 'looking') return;
    isAwaited.current = false;
    const { activeElement } = document;
    // Whoever went elsewhere meanwhile stays there.
    if (look.state === 'found' && field.current?.contains(activeElement)) next.current?.focus();
  }, [look]);
  return {
    field,
    next,
    lookAt: (address, access) => {
      isAwaited.current = true;
      // Before the button that was pressed goes, and the focus with it.
      field.current?.querySelector('input')?.focus();
      lookAt(address, access);
    },
  };
}
