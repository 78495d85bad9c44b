/** Keeps the keys with somebody: a button that its own press takes away or lays to rest, or a chip that becomes another, loses the focus. */
import { type RefObject, useEffect, useRef } from 'react';

/** A menu gives the focus back a moment after it closes; only then is it lost. */
const settledMs = 50;

/**
 * When what has the focus inside `box` leaves the page, or rests, and nothing else gets it, it goes to what `landing` names. `lost` is
 * what had it, and what that stood in, from the inside out.
 */
export function useFocusKept(
  box: RefObject<HTMLElement | null>,
  landing: (lost: readonly Element[]) => HTMLElement | null | undefined,
): void {
  const present = useRef(landing);
  present.current = landing;
  useEffect(() => {
    let last: readonly Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => last[0] !== undefined && (!last[0].isConnected || last[0].matches(':disabled'));
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || isInOverlay(target)) return;
      last = box.current?.contains(target) ? withParents(target) : [];
    };
    const look = () => {
      if (!isLost() || document.activeElement !== document.body) return;
      const lost = last;
      last = [];
      present.current(lost)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(look, settledMs);
    });
    addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [box]);
}

function withParents(element: Element): readonly Element[] {
  const parents: Element[] = [];
  for (let present: Element | null = element; present; present = present.parentElement) parents.push(present);
  return parents;
}

/** Menus and dialogs are left again: what they were opened from has the focus meanwhile, so to say. */
function isInOverlay(element: Element): boolean {
  return element.closest('.pop, .menu-pop, [role="dialog"]') !== null;
}
