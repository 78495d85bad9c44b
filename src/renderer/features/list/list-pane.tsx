/** The middle pane: a bar, and a feed of articles that arrow keys walk through. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import { chosenArticles, noneChosen, offerArticles } from '../../app/current-article.ts';
import { emptyList } from '../../app/empty-list.ts';
import { placeNow, usePlace, watchPlace } from '../../app/navigation.ts';
import { focusRegion } from '../../app/regions.ts';
import { useViewTitle } from '../../client/library.ts';
import type { ListQuery } from '../../client/list-question.ts';
import { prepareArticle } from '../../client/prepare-article.ts';
import { useSettings } from '../../client/settings.ts';
import { debounce } from '../../lib/debounce.ts';
import { exactCount } from '../../lib/numbers.ts';
import { useStore } from '../../lib/store.ts';
import { dayHead } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { showNew } from './commands.ts';
import { followEvents } from './follow-events.ts';
import { ListBar } from './list-bar.tsx';
import { ListEmpty } from './list-empty.tsx';
import { heldArticle, listState, openList, placeInList, positionOf, rowAt } from './list-model.ts';
import { extendChoice, forgetPosition, openRow, standAt, step, stepTo, stillHere } from './list-moves.ts';
import { ListNotes } from './list-notes.tsx';
import { keepListPlaces, takeListPlace } from './list-places.ts';
import { DayHead, ListRows } from './list-rows.tsx';
import { scrollToRow } from './list-scroll.ts';
import { markOnScroll } from './scroll-marks.ts';
import { foldAllStories, foldStory, unfoldStory } from './unfolded-stories.ts';
import { useNextOffered } from './use-next-offered.ts';
import { rememberTop } from './use-scroll-requests.ts';

/** After the open article itself has been asked for. */
const prepareAfterMs = 120;

export function ListPane() {
  const view = usePlace((place) => place.view);
  const title = useViewTitle(view);
  const status = useStore(listState, (state) => state.status);
  const total = useStore(listState, (state) => state.total);
  const generation = useStore(listState, (state) => state.generation);
  const scroller = useRef<HTMLDivElement>(null);
  useOpenList();
  useEffect(followEvents, []);
  useEffect(() => offerArticles(heldArticle), []);
  useEffect(() => {
    emptyList.set(status === 'ready' && total === 0);
    return () => emptyList.set(false);
  }, [status, total]);
  useEffect(choiceEndsElsewhere, []);
  useEffect(() => (scroller.current ? markOnScroll(scroller.current) : undefined), []);
  useEffect(() => (scroller.current ? keepListPlaces(scroller.current) : undefined), []);
  useEffect(() => {
    // The row that had the focus went with the list before.
    const isLost = document.activeElement === document.body && document.documentElement.dataset.region === 'list';
    if (!isLost || status !== 'ready') return;
    // The new rows are drawn with the next frame.
    const timer = setTimeout(() => focusRegion('list'), 50);
    return () => clearTimeout(timer);
  }, [status]);
  const isSlow = useSlow(status === 'loading', generation);
  const order = useStore(listState, (state) => (state.order === 'newest' ? 'newest first' : 'oldest first'));
  return (
    <section className="list" aria-label="Articles" data-region-part="list" tabIndex={-1}>
      <ListBar view={view} />
      <ListNotes view={view} />
      <NewPill />
      {status === 'ready' && total === 0 && <ListEmpty view={view} onlyUnread={listState.get().onlyUnread} />}
      {status === 'failed' && <ListFailed message={listState.get().failure ?? ''} />}
      <div
        ref={scroller}
        className="scroll list-scroll"
        role="feed"
        aria-label={`${title}, ${order}`}
        aria-busy={status === 'loading'}
        hidden={status === 'failed' || (status === 'ready' && total === 0)}
        onKeyDown={onKeyDown}
        onScroll={keepTop.call}
      >
        {isSlow && <SkeletonRows rows={7} />}
        {status === 'ready' && <StuckDay scroller={scroller} />}
        {status === 'ready' && <ListRows scroller={scroller} />}
      </div>
    </section>
  );
}

/** How many articles wait to be shown. Arrivals draw this and nothing else of the list. */
function NewPill() {
  const newCount = useStore(listState, (state) => state.newCount);
  if (newCount === 0) return null;
  return (
    <Button kind="primary" size="sm" className="new-pill num" onPress={showNew}>
      {exactCount(newCount)} new
    </Button>
  );
}

const keepTop = debounce(() => {
  const scroller = document.querySelector<HTMLDivElement>('.list-scroll');
  if (scroller) rememberTop(scroller);
}, 250);

/** What was chosen here is not what a key means on another page, or once the reader went on. */
function choiceEndsElsewhere(): () => void {
  const forget = () => chosenArticles.set(noneChosen);
  const stop = watchPlace(forget);
  return () => {
    stop();
    forget();
  };
}

/** Arrows walk; with Shift they choose. Home and End go to the ends. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const by =
    event.key === 'ArrowDown' || event.key === 'PageDown'
      ? 1
      : event.key === 'ArrowUp' || event.key === 'PageUp'
        ? -1
        : 0;
  if (by !== 0) {
    event.preventDefault();
    void (event.shiftKey ? extendChoice(by) : step(by));
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault();
    void stepTo(event.key === 'Home' ? 0 : listState.get().total - 1);
  } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    foldByKey(event.target, event.key === 'ArrowRight');
  } else if (event.key === 'Enter') {
    event.preventDefault();
    openFocused(event.target);
    focusRegion('article');
  }
}

/** → opens the story of the row with the focus under it, and ← closes it again. */
function foldByKey(target: EventTarget, opens: boolean): void {
  const state = listState.get();
  const row = rowAt(state, positionAt(target));
  const members = row && state.stories.get(row.id);
  if (!members) return;
  if (opens)
    void unfoldStory(
      row,
      members.map(({ id }) => id),
    );
  else {
    // A report that goes must not take the focus with it.
    if (target instanceof Element) target.closest('.row-slot')?.querySelector<HTMLElement>('.art')?.focus();
    foldStory(row.id);
  }
}

function positionAt(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null;
  return Number(row?.dataset.position ?? -1);
}

function openFocused(target: EventTarget): void {
  const report = target instanceof Element ? target.closest<HTMLElement>('[data-report]') : null;
  const position = positionAt(target);
  const article = report ? heldArticle(Number(report.dataset.report) as ArticleId) : rowAt(listState.get(), position);
  if (article && article.id !== placeNow().articleId) openRow(article, position, { replace: false });
}

/** Where it was left, if the reader was there; a step goes on from the open article, also if the list has it no longer. */
async function openAsLeft(query: ListQuery): Promise<void> {
  const { articleId } = placeNow();
  const { top = null, kept = [] } = takeListPlace() ?? {};
  const all = articleId === null ? kept : [...new Set([...kept, articleId])];
  const position = await openList(query, { around: top?.articleId ?? articleId, kept: all });
  if (position === null) return;
  if (top) scrollToRow(position, 'start', top.above);
  else if (position > 0) scrollToRow(position, 'auto');
  if (articleId === null || positionOf(articleId) >= 0) return;
  const isHere = stillHere();
  const { offset, isThere } = await placeInList(articleId);
  if (isHere()) standAt(isThere ? offset : offset - 1);
}

/** Opens the list of the place and the settings. */
function useOpenList(): void {
  const view = usePlace((place) => place.view);
  const articleId = usePlace((place) => place.articleId);
  const settings = useSettings();
  const onlyUnread = settings?.onlyUnread ?? false;
  const order = settings?.order ?? 'newest';
  const byStory = settings?.groupStories ?? true;
  const isReady = settings !== undefined;
  useEffect(() => {
    if (!isReady) return;
    forgetPosition();
    foldAllStories();
    void openAsLeft({ view, onlyUnread, order, byStory });
  }, [isReady, view, onlyUnread, order, byStory]);
  usePreparedNext(articleId);
  useNextOffered(articleId);
  useEffect(() => {
    // The way back, a search or the palette may lead to an article that is held: show its row.
    const position = positionOf(articleId);
    if (position >= 0) scrollToRow(position, 'auto');
  }, [articleId]);
}

/** Asks for the next article before it is wanted, so that J shows it at once. */
function usePreparedNext(articleId: ArticleId | null): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = rowAt(listState.get(), positionOf(articleId) + 1);
      if (next) void prepareArticle(next.id);
    }, prepareAfterMs);
    return () => clearTimeout(timer);
  }, [articleId]);
}

/** The head of the day that the top row belongs to stays in sight. */
function StuckDay({ scroller }: { readonly scroller: React.RefObject<HTMLDivElement | null> }) {
  const now = useNow();
  const [text, setText] = useState('');
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const edge = element.getBoundingClientRect().top + 24;
      const slots = [...element.querySelectorAll<HTMLElement>('.row-slot')];
      const top = slots.find((slot) => slot.getBoundingClientRect().bottom > edge);
      const article = top && rowAt(listState.get(), Number(top.dataset.index));
      setText(article && element.scrollTop > 0 ? dayHead(article.sortAt, now) : '');
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller, now]);
  if (text === '') return null;
  return (
    <div className="day-stuck" aria-hidden="true">
      <DayHead text={text} />
    </div>
  );
}

function ListFailed({ message }: { readonly message: string }) {
  return (
    <Empty
      icon="warn"
      title="The list could not be read"
      actions={<Button onPress={() => void openList(listState.get())}>Try again</Button>}
    >
      {message}
    </Empty>
  );
}
