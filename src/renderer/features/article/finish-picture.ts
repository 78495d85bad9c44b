/** Pictures of an article's text: in their own ratio, never larger than they are, with their hover text, and opened by a click. */
import { pictureAddress } from '../../lib/media-address.ts';

/** A narrower one is a sign in the text, not something to look at. */
const smallPx = 120;
const pictureFile = /\.(?:jpe?g|png|webp|avif|gif)$/i;

/** One that fails leaves no gap. */
export function finishPicture(picture: HTMLImageElement): void {
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  if (width > 0 && height > 0) picture.style.aspectRatio = `auto ${width} / ${height}`;
  // Pages say how wide a picture is to be drawn; above its own pixels it only gets coarse.
  picture.addEventListener('load', () => {
    if (picture.naturalWidth > 0) picture.style.maxWidth = `min(100%, ${picture.naturalWidth}px)`;
  });
  const isSmall = width > 0 && width < smallPx;
  const whole = wholeOf(picture);
  showHoverText(picture);
  if (isSmall) picture.classList.add('is-small');
  else asButton(picture);
  picture.addEventListener('error', () => {
    const part = picture.closest('.zoom') ?? picture;
    (whole.querySelectorAll('img').length > 1 ? part : whole === picture ? part : whole).remove();
  });
}

/** The picture with its caption, where it has one. */
export function wholeOf(picture: Element): Element {
  return picture.closest('figure') ?? picture;
}

/** What a page shows under a resting pointer: drawings keep their second joke there. */
export function hoverTextOf(picture: Element): string | null {
  const title = picture.getAttribute('title')?.trim() ?? '';
  const isSaid = title === '' || title === picture.getAttribute('alt')?.trim();
  return isSaid || wholeOf(picture).textContent?.includes(title) ? null : title;
}

function showHoverText(picture: HTMLImageElement): void {
  const words = hoverTextOf(picture);
  picture.removeAttribute('title');
  if (words === null) return;
  const line = document.createElement('span');
  line.className = 'hover-text';
  line.textContent = words;
  const caption = picture.closest('figure')?.querySelector('figcaption');
  if (caption) caption.append(' ', line);
  else (picture.closest('a') ?? picture).after(line);
}

/** A link around it is followed, unless it leads to the same picture in large. */
function asButton(picture: HTMLImageElement): void {
  const link = picture.closest('a');
  const larger = link ? largerOf(link) : undefined;
  if (link && larger === undefined) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'zoom';
  button.setAttribute('aria-label', picture.alt ? `Open picture: ${picture.alt}` : 'Open picture');
  if (larger !== undefined) button.dataset.larger = larger;
  const outer = link?.childElementCount === 1 && link.textContent?.trim() === '' ? link : picture;
  outer.replaceWith(button);
  button.append(picture);
}

function largerOf(link: HTMLAnchorElement): string | undefined {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href) && pictureFile.test(new URL(href).pathname) ? pictureAddress(href) : undefined;
}
