/** Notices that an article is being read: marks it after a second in sight, and keeps how long and how far it was read. */
import { type RefObject, useEffect } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import type { InputOf } from '../../../contract/index.ts';
import { isKept, opened } from '../../app/reading-marks.ts';
import { bitsOf } from '../../client/article-bits.ts';
import { client, queryClient } from '../../client/client.ts';
import { markArticles } from '../../client/mark-articles.ts';
import { useSettings } from '../../client/settings.ts';
import { loadedArticle } from './use-article.ts';

const tickMs = 250;
/** An article passed by more quickly is no sign of anything. */
const leastSeconds = 2;
/** The end counts as reached this near to it. */
const nearEndPx = 80;
/** Nobody reads faster. A text that is in sight whole is not finished before. */
const mostWordsPerSecond = 10;

/** `isHere` becomes true when the text is on the screen: waiting for it is not reading. */
export function useReading(id: ArticleId, isHere: boolean, scroller: RefObject<HTMLDivElement | null>): void {
  const settings = useSettings();
  const after = settings === undefined ? null : settings.markReadAfterSeconds;
  useEffect(() => opened(id), [id]);
  useEffect(() => {
    if (!isHere || after === null) return;
    return whileVisible((seconds) => {
      if (seconds < after) return true;
      markRead(id);
      return false;
    });
  }, [id, isHere, after]);
  useEffect(() => {
    if (!isHere) return;
    return recordReading(id, scroller.current);
  }, [id, isHere, scroller]);
}

function markRead(id: ArticleId): void {
  const article = loadedArticle(id);
  if (article && bitsOf(article).unread && !isKept(id)) void markArticles([id], { unread: false }, { automatic: true });
}

/** Calls with the seconds that the window was visible until `go` answers false. */
function whileVisible(go: (seconds: number) => boolean): () => void {
  let seconds = 0;
  let before = performance.now();
  if (!go(0)) return () => undefined;
  const timer = setInterval(() => {
    const now = performance.now();
    if (document.visibilityState === 'visible') seconds += (now - before) / 1000;
    before = now;
    if (!go(seconds)) clearInterval(timer);
  }, tickMs);
  return () => clearInterval(timer);
}

/** Each teaches For you: where its profile is shown beside the article, it is asked for anew. */
function record(reading: InputOf<'reading.record'>): void {
  void client
    .call('reading.record', reading)
    .then(() => queryClient.invalidateQueries({ queryKey: ['forYou.profile'] }));
}

function recordReading(id: ArticleId, scroller: HTMLElement | null): () => void {
  let read = 0;
  let isFinished = false;
  let isOver = false;
  record({ id, kind: 'opened' });
  const stop = whileVisible((seconds) => {
    read = seconds;
    if (isFinished || !scroller || seconds < leastSecondsFor(id, scroller) || !isEndInSight(scroller)) return true;
    isFinished = true;
    record({ id, kind: 'finished' });
    return true;
  });
  const end = () => {
    stop();
    removeEventListener('pagehide', end);
    if (!isOver && read >= leastSeconds) record({ id, kind: 'seconds', seconds: Math.round(read) });
    isOver = true;
  };
  addEventListener('pagehide', end);
  return end;
}

function leastSecondsFor(id: ArticleId, scroller: HTMLElement): number {
  const isScrolled = scroller.scrollTop > 0;
  return isScrolled ? leastSeconds : Math.max(leastSeconds, (loadedArticle(id)?.wordCount ?? 0) / mostWordsPerSecond);
}

/** Of the text: what stands under it (its story, what is related) need not be read. */
function isEndInSight(scroller: HTMLElement): boolean {
  const body = scroller.querySelector('.body');
  return body !== null && body.getBoundingClientRect().bottom <= scroller.getBoundingClientRect().bottom + nearEndPx;
}
