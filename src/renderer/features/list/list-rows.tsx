/** The rows in sight, out of a list of any length. The row with the focus stays mounted wherever the list is scrolled. */
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type MouseEvent, memo, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { openOriginal } from '../../app/article-actions.ts';
import { articleMenu, articlesMenu } from '../../app/article-menu.ts';
import { keysFor } from '../../app/commands.ts';
import { chosenArticles } from '../../app/current-article.ts';
import { usePlace } from '../../app/navigation.ts';
import { openStory } from '../../app/open-story.ts';
import { idInView, useFeed } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { showsPictures } from '../../client/shows-pictures.ts';
import { useStore } from '../../lib/store.ts';
import { dayHead } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import type { MenuGroups } from '../../ui/menu.tsx';
import { ArticleRow } from './article-row.tsx';
import { heldArticle, listState, positionOf, rowAt, showRows } from './list-model.ts';
import { chooseUpTo, openRow, positionLeft, toggleChoice } from './list-moves.ts';
import { markStoryRead } from './mark-story.ts';
import { StoryReports } from './story-row.tsx';
import { foldStory, reportsOf, unfoldStory, useReports } from './unfolded-stories.ts';
import { useScrollRequests } from './use-scroll-requests.ts';

/** Before a row is measured. Rows of the compact list are never taller. */
const usualHeight = { compact: 34, comfortable: 112, cards: 268 } as const;

/** Rows drawn beyond the edges, so that a scroll finds them there. */
const overscan = 6;

interface ListRowsProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
}

export const ListRows = memo(function ListRows({ scroller }: ListRowsProps) {
  const total = useStore(listState, (state) => state.total);
  const windows = useStore(listState, (state) => state.windows);
  const generation = useStore(listState, (state) => state.generation);
  const articleId = usePlace((place) => place.articleId);
  const settings = useSettings();
  const density = settings?.density ?? 'comfortable';
  const selected = positionOf(articleId);
  const focused = useRef(-1);
  // A row goes by its position: a key of its own would have every position of the list looked up at each drawing.
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight[density],
    overscan,
    rangeExtractor: (range) => withRows(range, [selected, focused.current]),
    paddingEnd: 24,
  });
  useEffect(() => {
    // Heights of one density say nothing about another.
    if (density) virtualizer.measure();
  }, [density, virtualizer]);
  useScrollRequests(virtualizer, scroller, generation);
  const items = virtualizer.getVirtualItems();
  useRowsInSight(virtualizer, windows);
  useFocusFollows(scroller, selected, articleId);
  const tabStop = selected >= 0 ? selected : stopIn(virtualizer.range, [focused.current, positionLeft()]);
  return (
    <div
      className="list-sizer"
      role="presentation"
      style={{ height: virtualizer.getTotalSize() }}
      onFocus={(event) => {
        focused.current = positionAt(event);
      }}
      onBlur={() => {
        focused.current = -1;
      }}
    >
      {items.map((item) => (
        <div
          key={item.key}
          ref={virtualizer.measureElement}
          data-index={item.index}
          className="row-slot"
          role="presentation"
          style={{ transform: `translateY(${item.start}px)` }}
        >
          <Slot
            position={item.index}
            isSelected={item.index === selected}
            isTabStop={item.index === tabStop}
            isBelowSelected={item.index - 1 === selected}
            pictures={showsPictures(settings, 'showPictures')}
          />
        </div>
      ))}
    </div>
  );
});

/** The rows in sight and these, where there are such. */
function withRows(range: Range, positions: readonly number[]): number[] {
  const rows = new Set(defaultRangeExtractor(range));
  for (const position of positions) if (position >= 0 && position < range.count) rows.add(position);
  return [...rows].sort((one, other) => one - other);
}

/** The first of these that is in sight, else the first row that is. */
function stopIn(sight: InSight | null, positions: readonly number[]): number {
  if (!sight) return 0;
  return positions.find((position) => position >= sight.startIndex && position <= sight.endIndex) ?? sight.startIndex;
}

type InSight = Pick<Range, 'startIndex' | 'endIndex'>;

function positionAt({ target }: FocusEvent): number {
  return Number(target.closest<HTMLElement>('[data-position]')?.dataset.position ?? -1);
}

interface SlotProps {
  readonly position: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly isBelowSelected: boolean;
  readonly pictures: boolean;
}

/** A row under its day's head, or the space that it will take. */
const Slot = memo(function Slot({ position, isSelected, isTabStop, isBelowSelected, pictures }: SlotProps) {
  const total = useStore(listState, (state) => state.total);
  const article = useStore(listState, (state) => rowAt(state, position));
  const before = useStore(listState, (state) => (position > 0 ? rowAt(state, position - 1) : undefined));
  const story = useStore(listState, ({ stories }) => (article ? stories.get(article.id) : undefined));
  const reports = useReports(article?.id);
  const isOfOneFeed = useStore(listState, ({ view }) => idInView(view, 'feed') !== undefined);
  const now = useNow();
  const feed = useFeed(article?.feedId);
  if (!article) return <div className="row-blank" />;
  const head = dayHead(article.sortAt, now);
  const beginsDay = position === 0 || (before !== undefined && dayHead(before.sortAt, now) !== head);
  return (
    <>
      {beginsDay && <DayHead text={head} />}
      <ArticleRow
        article={article}
        position={position}
        total={total}
        isSelected={isSelected && reports === undefined}
        isTabStop={isTabStop && !(isSelected && reports)}
        story={story}
        isUnfolded={reports !== undefined}
        hasLine={!beginsDay && !isSelected && !isBelowSelected}
        showPicture={pictures}
        isOfOneFeed={isOfOneFeed}
        iconUrl={feed?.iconUrl ?? null}
        host={feed?.host ?? article.publisher ?? ''}
        now={now}
        onOpen={onOpen}
        onMenu={onMenu}
        onOriginal={onOriginal}
      />
      {reports && (
        <StoryReports
          head={article}
          reports={reports}
          position={position}
          onOpen={onOpenReport}
          onMenu={onReportMenu}
        />
      )}
    </>
  );
});

export function DayHead({ text }: { readonly text: string }) {
  return (
    <div className="day">
      <span>{text}</span>
    </div>
  );
}

function onOpen(position: number, event: MouseEvent): void {
  const article = rowAt(listState.get(), position);
  if (!article) return;
  const isOn = (part: string) => event.target instanceof Element && event.target.closest(part) !== null;
  if (isOn('.cluster') && article.storyId !== null) openStory(article.storyId);
  else if (isOn('.tw-b')) toggleReports(article);
  else if (event.shiftKey) chooseUpTo(position);
  else if (event.ctrlKey || event.metaKey) toggleChoice(article);
  else openRow(article, position, { replace: false });
}

function toggleReports(head: ArticleSummary): void {
  const members = listState.get().stories.get(head.id);
  if (reportsOf(head.id)) foldStory(head.id);
  else if (members)
    void unfoldStory(
      head,
      members.map(({ id }) => id),
    );
}

function onOpenReport(article: ArticleSummary, position: number, event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey) toggleChoice(article);
  else openRow(article, position, { replace: false });
}

function onReportMenu(article: ArticleSummary, event: MouseEvent): void {
  openContextMenu(event, { label: 'Article', groups: articleMenu(article, null) });
}

function onMenu(position: number, event: MouseEvent): void {
  const state = listState.get();
  const article = rowAt(state, position);
  if (!article) return;
  const chosen = chosenArticles.get();
  const together = chosen.size > 1 && chosen.has(article.id) ? [...chosen].map(heldArticle) : [];
  const groups =
    together.length > 1
      ? articlesMenu(together.filter((other) => other !== undefined))
      : [...storyEntries(article), ...articleMenu(article, state)];
  // The menu is about this row; the keys stay with the one that is open.
  const returnTo = event.currentTarget.closest('.list-sizer')?.querySelector('.art.is-sel') ?? null;
  openContextMenu(event, { label: 'Article', groups, returnTo });
}

/** A row that stands for a story has the story's own entries before the article's. */
function storyEntries({ id, storyId }: ArticleSummary): MenuGroups {
  if (!listState.get().stories.has(id) || storyId === null) return [];
  return [
    [
      {
        id: 'story-read',
        icon: 'checks',
        label: 'Mark story read',
        keys: keysFor('story.read'),
        run: () => void markStoryRead(id),
      },
      { id: 'story', icon: 'layers', label: 'Compare coverage', run: () => openStory(storyId) },
    ],
  ];
}

/** A second click, or one with the middle button: the article where it was published. */
function onOriginal(position: number): void {
  const article = rowAt(listState.get(), position);
  if (article) openOriginal(article);
}

type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

/**
 * Tells the list what is in sight, so that it asks for what is missing. Not what is drawn: the open row is, wherever it
 * stands, and all between it and the rows in sight can be a hundred thousand.
 */
function useRowsInSight({ range, options }: ListVirtualizer, windows: unknown): void {
  const first = Math.max(0, (range?.startIndex ?? 0) - overscan);
  const last = Math.max(0, Math.min(options.count - 1, (range?.endIndex ?? 0) + overscan));
  const tell = useCallback(() => showRows(first, last), [first, last]);
  useEffect(() => {
    if (windows) tell();
  }, [tell, windows]);
}

/** When the list has the focus, the focus goes with the selection. */
function useFocusFollows(scroller: RefObject<HTMLDivElement | null>, selected: number, id: ArticleId | null): void {
  useEffect(() => {
    const present = document.activeElement;
    if (selected < 0 || !present || !scroller.current?.contains(present)) return;
    const report = id === null ? null : scroller.current.querySelector<HTMLElement>(`[data-report="${id}"]`);
    const row = report ?? scroller.current.querySelector<HTMLElement>(`[data-position="${selected}"]`);
    if (row && row !== present) row.focus({ preventScroll: true });
    // A story may be taller than the window.
    report?.scrollIntoView({ block: 'nearest' });
  }, [scroller, selected, id]);
}
