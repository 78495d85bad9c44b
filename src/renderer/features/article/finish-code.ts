/** Code that runs on to the right says so by a fading edge, until its end is in sight. */

/** Nearer than this to the end counts as there: zoomed windows scroll by parts of a pixel. */
const nearPx = 4;

export function finishCode(block: HTMLElement): void {
  block.tabIndex = 0;
  const box = document.createElement('div');
  box.className = 'code';
  block.replaceWith(box);
  box.append(block);
  const look = () => {
    const isAtEnd = Math.abs(block.scrollLeft) + block.clientWidth >= block.scrollWidth - nearPx;
    box.classList.toggle('goes-on', !isAtEnd);
  };
  block.addEventListener('scroll', look, { passive: true });
  // First called when the block is laid out: nothing is measured before the text is on the screen.
  new ResizeObserver(look).observe(block);
}
