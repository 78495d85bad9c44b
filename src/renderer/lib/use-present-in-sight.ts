/** A strip of pages that is wider than the window scrolls: the one that is open stays in sight. */
import { type RefObject, useEffect, useRef } from 'react';

export function usePresentInSight(present: string | null): RefObject<HTMLElement | null> {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = strip.current;
    if (element === null || present === null) return;
    const show = () => element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const watcher = new ResizeObserver(show);
    // Answers once at the beginning too.
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [present]);
  return strip;
}
