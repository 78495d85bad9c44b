/** What does not fit into the window from side to side: WCAG 2.2, 1.4.10 (reflow). */
import type { Page } from '@playwright/test';

/**
 * Parts of the page that are wider than the window, and controls that stand wholly or partly where nobody sees or
 * reaches them. A control in something that scrolls sideways by itself (a wide table, a row of tabs) can be reached.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls =
      'button, a[href], input, select, textarea, summary, [role="switch"], [role="slider"], [tabindex="0"]';
    const slackPx = 1.5;
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const wholes = ['html', 'body', '.app', '.main', '.scroll', '.list-scroll', '.story-scroll'];
    for (const name of wholes) {
      for (const part of document.querySelectorAll(name)) {
        if (part.scrollWidth > part.clientWidth + slackPx)
          found.push(`${name} is ${part.scrollWidth} px wide in ${part.clientWidth}`);
      }
    }
    for (const control of document.querySelectorAll(controls)) {
      if (!isShown(control)) continue;
      const { left, right } = control.getBoundingClientRect();
      const room = roomOf(control);
      // What is for screen readers alone is in a box of a pixel.
      if (room && room.right - room.left > 2 && (left < room.left - slackPx || right > room.right + slackPx))
        found.push(`${nameOf(control)} ${Math.round(left)}–${Math.round(right)} in ${room.left}–${room.right}`);
    }
    return found;

    function isShown(control: Element): boolean {
      const { width: wide, height: high } = control.getBoundingClientRect();
      // What is on its way in or out is inert.
      if (wide <= 2 || high <= 2 || control.closest('[inert], [aria-hidden="true"]')) return false;
      return control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    }

    /** Between which edges a control must stand; nothing where it can be scrolled to. */
    function roomOf(control: Element): { left: number; right: number } | undefined {
      let [left, right] = [0, width];
      for (let around = control.parentElement; around; around = around.parentElement) {
        const { overflowX, position } = getComputedStyle(around);
        const box = around.getBoundingClientRect();
        if ((overflowX === 'auto' || overflowX === 'scroll') && !wholes.some((name) => around.matches(name))) return;
        if (overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (position === 'fixed') break;
      }
      return { left: Math.round(left), right: Math.round(right) };
    }

    function nameOf(control: Element): string {
      const words = control.getAttribute('aria-label') ?? control.textContent ?? '';
      return `${control.tagName.toLowerCase()}.${control.className} “${words.trim().slice(0, 40)}”`;
    }
  });
}
