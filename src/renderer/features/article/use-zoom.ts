/** How large a picture is looked at, and which part of it: 1 is as it fits into the window. */
import { type PointerEvent, type RefObject, useRef, useState } from 'react';

export interface Zoom {
  /** Factor on the size at which the picture fits. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const fit: Zoom = { scale: 1, x: 0, y: 0 };
const mostScale = 8;
const step = 1.5;

export function useZoom(frame: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState(fit);
  const grip = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const setScale = (next: (scale: number) => number) =>
    setZoom((now) => {
      const scale = Math.min(mostScale, Math.max(1, next(now.scale)));
      // What stands in the middle stays there.
      return within(frame.current, { scale, x: (now.x * scale) / now.scale, y: (now.y * scale) / now.scale });
    });
  const move = (byX: number, byY: number) =>
    setZoom((now) => within(frame.current, { ...now, x: now.x + byX, y: now.y + byY }));
  return {
    zoom,
    larger: () => setScale((scale) => scale * step),
    smaller: () => setScale((scale) => scale / step),
    reset: () => setZoom(fit),
    toggle: () => setZoom((now) => (now.scale > 1 ? fit : { ...fit, scale: 2 })),
    move,
    drag: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = grip.current;
        if (from === null) return;
        grip.current = { x: event.clientX, y: event.clientY };
        move(event.clientX - from.x, event.clientY - from.y);
      },
      onPointerUp: () => {
        grip.current = null;
      },
      onPointerCancel: () => {
        grip.current = null;
      },
    },
  };
}

/** The picture never leaves its frame. */
function within(frame: HTMLElement | null, { scale, x, y }: Zoom): Zoom {
  const farX = ((frame?.clientWidth ?? 0) * (scale - 1)) / 2;
  const farY = ((frame?.clientHeight ?? 0) * (scale - 1)) / 2;
  return { scale, x: Math.min(farX, Math.max(-farX, x)), y: Math.min(farY, Math.max(-farY, y)) };
}
