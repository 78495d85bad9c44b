/** Small repairs on a cleaned article before it is shown: boxes for pictures, wide tables, players that wait for a click. */
import { pictureAddress, soundAddress } from '../../lib/media-address.ts';

interface FinishOptions {
  readonly showPictures: boolean;
  /** The publisher's address of the picture over the article, which must not come twice. */
  readonly leadUrl: string | null;
}

export function finishBody(fragment: DocumentFragment, { showPictures, leadUrl }: FinishOptions): void {
  removeLead(fragment, leadUrl);
  for (const picture of fragment.querySelectorAll('img')) finishPicture(picture, showPictures);
  for (const table of fragment.querySelectorAll('table')) wrap(table, 'body-wide');
  for (const media of fragment.querySelectorAll<HTMLMediaElement>('audio, video')) finishMedia(media);
  for (const card of fragment.querySelectorAll<HTMLAnchorElement>('a[data-embed]')) card.classList.add('embed');
  for (const block of fragment.querySelectorAll('pre')) block.setAttribute('tabindex', '0');
}

/** Only the first picture can be the one over the article; a later one is meant to be seen again. */
function removeLead(fragment: DocumentFragment, leadUrl: string | null): void {
  const first = fragment.querySelector('img');
  if (!first || leadUrl === null || first.getAttribute('src') !== pictureAddress(leadUrl)) return;
  const figure = first.closest('figure');
  (figure && figure.querySelectorAll('img').length === 1 ? figure : first).remove();
}

/** Reserves the picture's box by its ratio; one that fails leaves no gap. */
function finishPicture(picture: HTMLImageElement, isShown: boolean): void {
  const whole = picture.closest('figure') ?? picture;
  if (!isShown) {
    whole.remove();
    return;
  }
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  if (width > 0 && height > 0) picture.style.aspectRatio = `${width} / ${height}`;
  if (width > 0 && width < 120) picture.classList.add('is-small');
  picture.addEventListener('error', () => (whole.querySelectorAll('img').length > 1 ? picture : whole).remove());
}

function wrap(element: Element, className: string): void {
  const box = document.createElement('div');
  box.className = className;
  box.tabIndex = 0;
  element.replaceWith(box);
  box.append(element);
}

/** Nothing is fetched before the reader asks for it. */
function finishMedia(media: HTMLMediaElement): void {
  const address = soundAddress(media.title);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.textContent = media.nodeName === 'VIDEO' ? 'Load film' : 'Load sound';
  if (address === undefined) {
    media.remove();
    return;
  }
  button.addEventListener('click', () => {
    media.src = address;
    media.controls = true;
    button.replaceWith(media);
    // The button had the focus.
    media.focus();
    void media.play().catch(() => undefined); // A browser may insist on a second click: the controls are there.
  });
  media.removeAttribute('title');
  media.replaceWith(button);
}
