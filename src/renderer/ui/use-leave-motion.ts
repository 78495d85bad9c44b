/**
 * Lets what goes fade instead of vanishing. The thing itself is gone at once, with its focus and its keys; a picture of
 * it, which nothing can reach, fades in its place. So no key ever waits for a movement.
 */
import { type RefObject, useLayoutEffect } from 'react';

export function useLeaveMotion(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const shown = element.current;
    return () => {
      if (shown?.isConnected) fade(shown);
    };
  }, [element]);
}

function fade(shown: HTMLElement): void {
  const duration = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--t-fast'));
  const { left, top, width, height } = shown.getBoundingClientRect();
  if (!(duration > 0) || width === 0) return;
  const picture = shown.cloneNode(true) as HTMLElement;
  for (const named of picture.querySelectorAll('[id]')) named.removeAttribute('id');
  picture.removeAttribute('id');
  const box = document.createElement('div');
  box.inert = true;
  box.ariaHidden = 'true';
  box.className = 'leaving';
  box.style.cssText = `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`;
  box.append(picture);
  document.body.append(box);
  void box.animate({ opacity: [1, 0] }, { duration, fill: 'forwards' }).finished.finally(() => box.remove());
}
