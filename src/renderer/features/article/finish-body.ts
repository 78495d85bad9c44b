/** Repairs on a cleaned article before it is shown: boxes taken away, pictures, tables, code, notes, players that wait for a click. */
import type { Article } from '../../../contract/articles.ts';
import { pictureAddress, soundAddress } from '../../lib/media-address.ts';
import { finishCode } from './finish-code.ts';
import { finishNotes } from './finish-notes.ts';
import { finishPicture, hoverTextOf, wholeOf } from './finish-picture.ts';
import { finishTable } from './finish-table.ts';
import { hoistBlocks } from './hoist-blocks.ts';

interface FinishOptions {
  readonly showPictures: boolean;
  readonly showPlayers: boolean;
  readonly lead: Article['picture'];
}

/** What the text knew of the picture over it. */
export interface LeadInText {
  /** Whether the text has it where it belongs, so that it must not come twice. */
  readonly isInText: boolean;
  /** It stood in the text: it is part of what is told, not a picture beside it, and is shown whole however tall. */
  readonly isTold: boolean;
  readonly hoverText: string | null;
}

export function finishBody(fragment: DocumentFragment, { showPictures, showPlayers, lead }: FinishOptions): LeadInText {
  hoistBlocks(fragment);
  const leadInText = takeLead(fragment, lead);
  for (const picture of fragment.querySelectorAll('img')) {
    if (showPictures) finishPicture(picture);
    else wholeOf(picture).remove();
  }
  for (const table of fragment.querySelectorAll('table')) {
    finishTable(table);
    if (table.rows.length === 0) table.remove();
    else wrap(table, 'body-wide');
  }
  for (const media of fragment.querySelectorAll<HTMLMediaElement>('audio, video')) finishMedia(media);
  for (const card of fragment.querySelectorAll<HTMLAnchorElement>('a[data-embed]')) {
    if (showPlayers) card.classList.add('embed');
    else card.remove();
  }
  for (const block of fragment.querySelectorAll('pre')) finishCode(block);
  finishNotes(fragment);
  return leadInText;
}

const notInText: LeadInText = { isInText: false, isTold: false, hoverText: null };

/**
 * Only the first picture can be the one over the article; a later one is meant to be seen again. It is taken out where
 * the text begins with it, or where the one over the article comes with words of its own; otherwise it stays in its place.
 */
function takeLead(fragment: DocumentFragment, lead: Article['picture']): LeadInText {
  const first = fragment.querySelector('img');
  if (!first || lead === null || first.getAttribute('src') !== pictureAddress(lead.url)) return notInText;
  const figure = first.closest('figure');
  const whole = figure && figure.querySelectorAll('img').length === 1 ? figure : first;
  const hasWords = Boolean(lead.caption || lead.credit);
  if (!hasWords && (figure?.querySelector('figcaption') || !isAtStart(fragment, whole)))
    return { isInText: true, isTold: true, hoverText: null };
  const hoverText = hoverTextOf(first);
  removeWhole(whole);
  return { isInText: false, isTold: true, hoverText };
}

function isAtStart(fragment: DocumentFragment, whole: Element): boolean {
  const [start] = fragment.children;
  const isTextBefore = fragment.firstChild !== start && (fragment.firstChild?.textContent ?? '').trim() !== '';
  return start?.contains(whole) === true && !isTextBefore;
}

/** With the paragraph or link that held nothing else. */
function removeWhole(whole: Element): void {
  const outer = whole.parentElement;
  whole.remove();
  if (outer && outer.childElementCount === 0 && outer.textContent?.trim() === '') removeWhole(outer);
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
