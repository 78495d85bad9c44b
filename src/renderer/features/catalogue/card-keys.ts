/** Arrow keys among the cards: to the nearest button in that direction, as the eye sees it. */
import type { KeyboardEvent } from 'react';

const directions: Readonly<Record<string, { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Cost: one measurement of each card's button, some hundreds. */
export function moveAmongCards(event: KeyboardEvent<HTMLElement>): void {
  const direction = directions[event.key];
  if (!direction || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.cat-card button')];
  const from = document.activeElement?.closest('.cat-card')?.getBoundingClientRect();
  if (!from) return;
  let best: { readonly button: HTMLElement; readonly distance: number } | undefined;
  for (const button of buttons) {
    const to = button.closest('.cat-card')?.getBoundingClientRect();
    const distance = to && distanceTowards(from, to, direction);
    if (distance !== undefined && (!best || distance < best.distance)) best = { button, distance };
  }
  if (!best) return;
  event.preventDefault();
  event.stopPropagation();
  best.button.focus();
  best.button.closest('.cat-card')?.scrollIntoView({ block: 'nearest' });
}

/** undefined when the card does not lie in that direction. Off the line counts three times. */
function distanceTowards(
  from: DOMRect,
  to: DOMRect,
  { x, y }: { readonly x: number; readonly y: number },
): number | undefined {
  const across = (to.left - from.left) * x + (to.top - from.top) * y;
  const aside = Math.abs((to.left - from.left) * y) + Math.abs((to.top - from.top) * x);
  return across > 1 ? across + 3 * aside : undefined;
}
