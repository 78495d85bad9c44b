/** Opens each article where it was left: within this window at once, after a restart as the library has it. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Article } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { placeNow } from '../../app/navigation.ts';
import { client } from '../../client/client.ts';
import { debounce } from '../../lib/debounce.ts';

const keepAfterMs = 500;
/** Nearer to its top than this, an article opens at its top. */
const topPx = 80;

/** As this window left them: newer than what the answers that it holds say. */
const placesHere = new Map<ArticleId, number | null>();

export function useReadingPlace(
  id: ArticleId,
  article: Article | undefined,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const restored = useRef<ArticleId | null>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || restored.current === id) return;
    box.scrollTop = 0;
    if (article?.id !== id) return;
    restored.current = id;
    // A search leads to its own place in the text.
    if (placeNow().screen === 'search') return;
    const place = placesHere.has(id) ? placesHere.get(id) : article.place;
    if (place !== null && place !== undefined) showPlace(box, place);
  });
  // As a layout effect: it ends before anything of the next article scrolls.
  useLayoutEffect(() => {
    const box = scroller.current;
    return box ? followPlace(box, id, () => restored.current === id) : undefined;
  }, [id, scroller]);
}

/** Keeps the place while it changes, until the returned function is called. Looked up once a frame. */
function followPlace(box: HTMLElement, id: ArticleId, isShown: () => boolean): () => void {
  let frame: number | null = null;
  let place: number | null | undefined;
  const keep = debounce(() => place !== undefined && keepPlace(id, place), keepAfterMs);
  const look = () => {
    frame = null;
    if (!isShown()) return;
    place = placeIn(box);
    keep.call();
  };
  const onScroll = () => {
    frame ??= requestAnimationFrame(look);
  };
  box.addEventListener('scroll', onScroll, { passive: true });
  addEventListener('pagehide', keep.flush);
  return () => {
    if (frame !== null) cancelAnimationFrame(frame);
    box.removeEventListener('scroll', onScroll);
    removeEventListener('pagehide', keep.flush);
    keep.flush();
  };
}

function keepPlace(id: ArticleId, place: number | null): void {
  if ((placesHere.get(id) ?? null) === place) return;
  placesHere.set(id, place);
  void client.call('reading.keepPlace', { id, place });
}

/** Blocks of the text above the edge, and how much of the next one is: the same at every width and size of type. */
function placeIn(box: HTMLElement): number | null {
  if (box.scrollTop < topPx) return null;
  const edge = box.getBoundingClientRect().top;
  const blocks = [...(box.querySelector('.body')?.children ?? [])];
  const at = blocks.findIndex((block) => block.getBoundingClientRect().bottom > edge);
  const block = blocks[at];
  if (!block) return blocks.length;
  const { top, height } = block.getBoundingClientRect();
  const share = height > 0 ? Math.min(0.99, Math.max(0, (edge - top) / height)) : 0;
  return Math.round((at + share) * 100) / 100;
}

function showPlace(box: HTMLElement, place: number): void {
  const blocks = box.querySelector('.body')?.children;
  const block = blocks?.[Math.min(Math.floor(place), blocks.length - 1)];
  if (!block) return;
  const { top, height } = block.getBoundingClientRect();
  box.scrollTop += top - box.getBoundingClientRect().top + height * (place - Math.floor(place));
}
