/** Keeps the focus near where it was when what had it leaves a page of stories that is made anew. */
import { type RefObject, useEffect, useRef } from 'react';

/** A menu gives the focus back to its button a moment after it closes; if the button has gone, nothing gets it. */
const settledMs = 150;

/** `content`: what the page shows; when that is another and the focus was lost with it, the story at its place gets it. */
export function useFocusNotLost(page: RefObject<HTMLElement | null>, content: unknown): void {
  const lastAt = useRef(-1);
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const onFocus = ({ target }: FocusEvent) => {
      lastAt.current = storiesOf(element).findIndex((story) => target instanceof Node && story.contains(target));
    };
    element.addEventListener('focusin', onFocus);
    return () => element.removeEventListener('focusin', onFocus);
  }, [page]);
  useEffect(() => {
    if (content === null || lastAt.current < 0) return;
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const stories = storiesOf(page.current);
      const story = stories[Math.min(lastAt.current, stories.length - 1)];
      (story?.querySelector<HTMLElement>('a, button') ?? page.current)?.focus({ preventScroll: true });
    }, settledMs);
    return () => clearTimeout(timer);
  }, [page, content]);
}

function storiesOf(page: HTMLElement | null): readonly HTMLElement[] {
  return [...(page?.querySelectorAll<HTMLElement>('article') ?? [])];
}
