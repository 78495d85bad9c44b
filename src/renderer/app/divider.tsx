/** The edge between two panes: drag it, use the arrow keys, double-click for the usual width. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { rememberState, windowState } from '../client/window-state.ts';
import { classNames } from '../lib/class-names.ts';
import { useStore } from '../lib/store.ts';

interface DividerProps {
  readonly label: string;
  readonly state: 'sideWidth' | 'listWidth';
  /** The token that holds the usual width. */
  readonly property: '--side-w' | '--list-w';
  readonly smallest: number;
  readonly largest: number;
}

const stepPx = 16;

export function Divider({ label, state, property, smallest, largest }: DividerProps) {
  const width = useStore(windowState, (value) => value[state]);
  const [drag, setDrag] = useState<{ readonly fromX: number; readonly fromWidth: number } | null>(null);
  const present = width ?? usualWidth(property);
  const set = (next: number) => rememberState({ [state]: Math.min(largest, Math.max(smallest, Math.round(next))) });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -stepPx : event.key === 'ArrowRight' ? stepPx : 0;
    if (step === 0) return;
    event.preventDefault();
    set(present + step);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ fromX: event.clientX, fromWidth: present });
  };
  return (
    <div
      role="separator"
      className={classNames('divider', drag && 'is-dragged')}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={present}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drag && set(drag.fromWidth + event.clientX - drag.fromX)}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
      onDoubleClick={() => rememberState({ [state]: null })}
    />
  );
}

function usualWidth(property: string): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property)) || 0;
}
