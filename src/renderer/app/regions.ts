/** The panes that F6 steps through, and which of them has the focus. */

/** In the order of the page. Each is the element with `data-region-part`; it may hold `data-region-focus` to land on. */
const order = ['side', 'search', 'list', 'article', 'toast'] as const;
export type RegionName = (typeof order)[number];

let lastInput: 'pointer' | 'keyboard' = 'keyboard';
let treeEntered: 'pointer' | 'keyboard' = 'keyboard';

export function regionElement(name: RegionName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-region-part="${name}"]`);
}

function isShown<Shown extends Element>(element: Shown | null): element is Shown {
  return element?.checkVisibility({ visibilityProperty: true }) ?? false;
}

function regionOf(target: Element | null): RegionName | undefined {
  const name = target?.closest<HTMLElement>('[data-region-part]')?.dataset.regionPart;
  return order.find((candidate) => candidate === name);
}

/** Puts the focus into a region: where its roving focus is, else on the region itself. False when it is not shown. */
export function focusRegion(name: RegionName): boolean {
  const region = regionElement(name);
  if (!isShown(region)) return false;
  // On a row and never on its tree: a tree that gets the focus itself chooses its first or last row, and so opens it.
  const landing =
    region.querySelector<HTMLElement>('.tree [role=row][aria-selected="true"]') ??
    region.querySelector<HTMLElement>('.tree [role=row], [data-region-focus]:not([tabindex="-1"])') ??
    region.querySelector<HTMLElement>('[data-region-focus]') ??
    region;
  landing.focus({ preventScroll: true });
  return true;
}

/** Whether nothing in sight has the focus: what had it is gone or hidden. */
export function hasLostFocus(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !isShown(activeElement);
}

export function stepRegion(step: 1 | -1): void {
  const shown = order.filter((name) => isShown(regionElement(name)));
  const present = regionOf(document.activeElement);
  const at = present === undefined ? (step > 0 ? -1 : 0) : shown.indexOf(present);
  const next = shown[(at + step + shown.length) % shown.length];
  if (next) focusRegion(next);
}

/** Follows the focus: `data-region` of `<html>` says which pane has it, so that only styles change. */
export function watchRegions(): () => void {
  const onFocus = (event: FocusEvent) => {
    const region = event.target instanceof Element ? regionOf(event.target) : undefined;
    if (region && region !== 'toast') document.documentElement.dataset.region = region;
    if (event.target instanceof Element && event.target.closest('.tree')) treeEntered = lastInput;
  };
  const onPointer = () => {
    lastInput = 'pointer';
  };
  const onKey = (event: KeyboardEvent) => {
    lastInput = 'keyboard';
    if ((event.key.startsWith('Arrow') && !event.altKey) || event.key === 'Tab') treeEntered = 'keyboard';
  };
  addEventListener('focusin', onFocus);
  addEventListener('pointerdown', onPointer, { capture: true });
  addEventListener('keydown', onKey, { capture: true });
  return () => {
    removeEventListener('focusin', onFocus);
    removeEventListener('pointerdown', onPointer, { capture: true });
    removeEventListener('keydown', onKey, { capture: true });
  };
}

/** Whether the last thing the reader touched was the pointer. */
export function isByPointer(): boolean {
  return lastInput === 'pointer';
}

/** Whether the reader came to the tree by keyboard and walks it: there, Alt and an arrow move a feed. */
export function isWalkingTree(target: Element): boolean {
  return target.closest('.tree') !== null && treeEntered === 'keyboard';
}
