/** The pictures of the open article, and which of them is looked at. */
import { openOverlay } from '../../app/overlays.ts';
import { createStore } from '../../lib/store.ts';

export interface ShownPicture {
  /** On our own origin. */
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly hoverText: string;
}

interface ShownPictures {
  readonly pictures: readonly ShownPicture[];
  /** Position of the one that was clicked. */
  readonly at: number;
}

export const shownPictures = createStore<ShownPictures>({ pictures: [], at: 0 });

/** `button` is the picture that was clicked; the others are those of the same article, in their order. */
export function openPicture(button: HTMLElement): void {
  const all = [...(button.closest('.story')?.querySelectorAll<HTMLElement>('.zoom') ?? [])];
  shownPictures.set({ pictures: all.map(pictureOf), at: Math.max(0, all.indexOf(button)) });
  // Not every browser gives the focus to what is clicked; it comes back here.
  button.focus({ preventScroll: true });
  openOverlay('picture');
}

function pictureOf(button: HTMLElement): ShownPicture {
  const image = button.querySelector('img');
  const caption = button.closest('figure')?.querySelector('figcaption')?.cloneNode(true);
  const hover = button.parentElement?.querySelector('.hover-text')?.textContent ?? '';
  const credit = caption instanceof Element ? takeText(caption, '.cr, cite') : '';
  if (caption instanceof Element) takeText(caption, '.hover-text');
  return {
    address: button.dataset.larger ?? image?.getAttribute('src') ?? '',
    alt: image?.alt ?? '',
    caption: caption?.textContent?.trim() ?? '',
    credit,
    hoverText: hover.trim(),
  };
}

function takeText(from: Element, selector: string): string {
  const parts = [...from.querySelectorAll(selector)];
  for (const part of parts) part.remove();
  return parts.map((part) => part.textContent?.trim()).join(' ');
}
