/** The way from the field down to the results, also when they are not drawn yet: then once they are, for the same query. */
import { type RefObject, useEffect, useRef } from 'react';

export function useToResults(
  text: string,
  field: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLDivElement | null>,
): () => void {
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    if (awaited.current === null) return;
    const isWanted = awaited.current === text && document.activeElement === field.current;
    if (isWanted && list.current === null) return;
    awaited.current = null;
    if (isWanted) list.current?.focus({ preventScroll: true });
  });
  return () => {
    awaited.current = list.current === null ? text : null;
    list.current?.focus({ preventScroll: true });
  };
}
