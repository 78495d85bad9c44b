/** The one context menu of the window, opened where the pointer is or, by Shift F10, at what has the focus. */
import { type MouseEvent, useRef } from 'react';
import { Popover } from 'react-aria-components/Popover';
import { createStore, useStore } from '../lib/store.ts';
import { type MenuGroups, MenuList } from './menu.tsx';

interface OpenMenu {
  readonly label: string;
  readonly groups: MenuGroups;
  readonly x: number;
  readonly y: number;
  readonly returnTo: Element | null;
}

const openMenu = createStore<OpenMenu | null>(null);

/** Opens it for a `contextmenu` event. Shift F10 sends one too, in the middle of what has the focus. */
export function openContextMenu(event: MouseEvent, { label, groups }: Pick<OpenMenu, 'label' | 'groups'>): void {
  event.preventDefault();
  event.stopPropagation();
  openMenu.set({ label, groups, x: event.clientX, y: event.clientY, returnTo: document.activeElement });
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
  if (!menu) return null;
  return (
    <>
      <div ref={anchor} className="context-anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover
        key={`${menu.x}:${menu.y}`}
        className="menu-pop"
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
