/** A page of stories, and over it the one that was opened: J and K step through the page's order, Esc comes back. */
import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { classNames } from '../lib/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { offerSteps } from './article-steps.ts';
import { registerCommands } from './commands.ts';
import { offerArticles } from './current-article.ts';
import { articleOf, headlinesIn } from './headlines.ts';
import { navigate, placeNow, usePlace } from './navigation.ts';
import { focusRegion } from './regions.ts';
import './news.css';

interface PageWithArticleProps {
  /** 'Back to Today' */
  readonly back: string;
  /** The pane of the open article. */
  readonly article: ReactNode;
  /** What the page shows, so that keys know what they act on. */
  readonly articles: readonly ArticleSummary[];
  readonly children: ReactNode;
}

export function PageWithArticle({ back, article, articles, children }: PageWithArticleProps) {
  const openId = usePlace((place) => place.articleId);
  const page = useRef<HTMLDivElement>(null);
  // One article can stand at two places of a page: the headline itself is the place.
  const left = useRef<HTMLElement | null>(null);
  const isOpen = openId !== null;
  useEffect(() => offerArticles((id) => articles.find((candidate) => candidate.id === id)), [articles]);
  useEffect(
    () =>
      offerSteps((by) => {
        if (page.current) left.current = stepThrough(headlinesIn(page.current), left.current, by);
      }),
    [],
  );
  useEffect(() => registerCommands([backCommand(back)]), [back]);
  useEffect(() => {
    const under = page.current;
    if (openId === null || !under) return;
    focusArticle();
    return () => {
      // Only when the page itself comes back into sight.
      if (placeNow().articleId === null) setTimeout(() => focusPage(under, left.current, openId));
    };
  }, [openId]);
  return (
    <>
      <div
        className={classNames('page-under', isOpen && 'is-covered')}
        ref={page}
        inert={isOpen}
        role="presentation"
        onFocus={(event) => {
          left.current = headlineOf(event) ?? left.current;
        }}
      >
        {children}
      </div>
      {isOpen && (
        <div className="page-over">
          <IconButton icon="left" label={back} keys="Escape" className="page-over-back" onPress={closeArticle} />
          {article}
        </div>
      )}
    </>
  );
}

function closeArticle(): void {
  navigate({ screen: placeNow().screen, articleId: null }, { replace: true });
}

/** Not from a control that stands over the page already: a step by its buttons leaves the focus on them. */
function focusArticle(): void {
  setTimeout(() => {
    if (!document.activeElement?.closest('.page-over')) focusRegion('article');
  });
}

function focusPage(page: HTMLElement, left: HTMLElement | null, id: ArticleId): void {
  const headlines = headlinesIn(page);
  const headline = headlines[placeOf(headlines, left, id)];
  (headline ?? page.querySelector<HTMLElement>('[data-region-part]'))?.focus();
}

function backCommand(title: string) {
  return {
    id: 'page.back',
    title,
    group: 'Move',
    keys: ['Escape'],
    isEnabled: () => placeNow().articleId !== null,
    run: closeArticle,
  } as const;
}

function headlineOf({ target }: FocusEvent): HTMLElement | null {
  return target.closest('.news-card')?.querySelector<HTMLElement>('.news-link') ?? target.closest('.news-link');
}

/** Where the open article stands. One that is not on the page was opened from one that is: that place counts. */
function placeOf(headlines: readonly HTMLElement[], left: HTMLElement | null, id: ArticleId): number {
  const at = left ? headlines.indexOf(left) : -1;
  if (left && at >= 0 && articleOf(left) === id) return at;
  const first = headlines.findIndex((headline) => articleOf(headline) === id);
  return first >= 0 ? first : at;
}

/** Through the headlines while the page is in sight, through their articles while one is open. Answers where that leads. */
function stepThrough(headlines: readonly HTMLElement[], left: HTMLElement | null, by: 1 | -1): HTMLElement | null {
  const { articleId, screen } = placeNow();
  const at = articleId === null ? focusedPlace(headlines) : placeOf(headlines, left, articleId);
  const next = headlines[at + by];
  if (!next) return left;
  if (articleId !== null) navigate({ screen, articleId: articleOf(next) }, { replace: true });
  else {
    next.focus({ preventScroll: true });
    (next.closest('.news-card') ?? next).scrollIntoView({ block: 'nearest' });
  }
  return next;
}

function focusedPlace(headlines: readonly HTMLElement[]): number {
  const { activeElement } = document;
  return headlines.findIndex((link) => link === activeElement || link.closest('.news-card')?.contains(activeElement));
}
