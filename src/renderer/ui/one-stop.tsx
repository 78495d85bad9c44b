/** A group of chips, boxes or buttons that Tab stops at once; arrows, Home and End go on inside it. */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface OneStopProps {
  readonly className?: string;
  /** What the group is called. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What takes the keys inside it. A box that is drawn by us has its real one within. */
const stops = 'button:not(:disabled), input:not(:disabled), a[href]';
const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function OneStop({ className, label, children }: OneStopProps) {
  const box = useRef<HTMLDivElement>(null);
  const present = useRef<HTMLElement | null>(null);
  const all = () => [...(box.current?.querySelectorAll<HTMLElement>(stops) ?? [])];
  // After each drawing: what stands in it may be others by now.
  useEffect(() => {
    const members = all();
    if (!present.current || !members.includes(present.current)) present.current = members[0] ?? null;
    for (const member of members) member.tabIndex = member === present.current ? 0 : -1;
  });
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    if (!all().includes(target)) return;
    for (const member of all()) member.tabIndex = member === target ? 0 : -1;
    present.current = target;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const members = all();
    const at = members.findIndex((member) => member.contains(document.activeElement));
    const to = targetOf(event.key, at, members.length);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    members[to]?.focus();
  };
  return (
    <div ref={box} role="group" aria-label={label} className={className} onFocus={onFocus} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** Round: from the last one on to the first. */
function targetOf(key: string, at: number, size: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return size - 1;
  const by = steps[key];
  return by === undefined ? undefined : (at + by + size) % size;
}
