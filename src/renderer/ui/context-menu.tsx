/** The one context menu of the window, opened where the pointer is or, by Shift F10, at what has the focus. */
import { type MouseEvent, useEffect, useRef } from 'react';
import { Popover } from 'react-aria-components/Popover';
import { createStore, useStore } from '../lib/store.ts';
import { type MenuGroups, MenuList } from './menu.tsx';

interface OpenMenu {
  readonly label: string;
  readonly groups: MenuGroups;
  readonly x: number;
  readonly y: number;
  /** What it is about, ringed while it is open. */
  readonly target: Element;
  readonly returnTo: Element | null;
}

const openMenu = createStore<OpenMenu | null>(null);

interface MenuOptions extends Pick<OpenMenu, 'label' | 'groups'> {
  /** Gets the focus when the menu closes; what has it now without it. */
  readonly returnTo?: Element | null;
}

/** Opens it for a `contextmenu` event. Shift F10 sends one too, in the middle of what has the focus. */
export function openContextMenu(event: MouseEvent, { label, groups, returnTo }: MenuOptions): void {
  event.preventDefault();
  event.stopPropagation();
  const { clientX: x, clientY: y, currentTarget: target } = event;
  openMenu.set({ label, groups, x, y, target, returnTo: returnTo ?? document.activeElement });
}

function close(): void {
  const menu = openMenu.get();
  openMenu.set(null);
  // After the menu is gone, and only if nothing that it did took the focus.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body && menu?.returnTo instanceof HTMLElement) menu.returnTo.focus();
  });
}

export function ContextMenuHost() {
  const menu = useStore(openMenu, (open) => open);
  const anchor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // An attribute, which drawing the row again leaves alone.
    menu?.target.setAttribute('data-menu-open', '');
    return () => menu?.target.removeAttribute('data-menu-open');
  }, [menu]);
  if (!menu) return null;
  return (
    <>
      <div ref={anchor} className="context-anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover
        key={`${menu.x}:${menu.y}`}
        className="menu-pop"
        aria-label={menu.label}
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && close()}
        placement="bottom start"
        offset={0}
      >
        <MenuList label={menu.label} groups={menu.groups} onClose={close} />
      </Popover>
    </>
  );
}
