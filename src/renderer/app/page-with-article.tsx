/** A page of stories, and over it the one that was opened: J and K step through the page's order, Esc comes back. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { classNames } from '../lib/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { offerSteps } from './article-steps.ts';
import { registerCommands } from './commands.ts';
import { offerArticles } from './current-article.ts';
import { navigate, placeNow, usePlace } from './navigation.ts';
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
  const isOpen = openId !== null;
  useEffect(() => offerArticles((id) => articles.find((candidate) => candidate.id === id)), [articles]);
  useEffect(() => offerSteps((by) => stepThrough(page.current, by)), []);
  useEffect(() => registerCommands([backCommand(back)]), [back]);
  useEffect(() => {
    const under = page.current;
    if (openId === null || !under) return;
    focusArticle();
    return () => {
      // Only when the page itself comes back into sight.
      if (placeNow().articleId === null) setTimeout(() => linkOf(under, openId)?.focus({ preventScroll: false }));
    };
  }, [openId]);
  return (
    <>
      <div className={classNames('page-under', isOpen && 'is-covered')} ref={page} inert={isOpen}>
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

function focusArticle(): void {
  setTimeout(() => document.querySelector<HTMLElement>('.page-over .story-scroll')?.focus({ preventScroll: true }));
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

function linksOf(page: HTMLElement): readonly HTMLElement[] {
  // What the width leaves out is not a step.
  return [...page.querySelectorAll<HTMLElement>('.news-link')].filter((link) => link.checkVisibility());
}

function linkOf(page: HTMLElement, id: ArticleId): HTMLElement | undefined {
  return linksOf(page).find((link) => link.dataset.article === String(id));
}

/** Through the headlines while the page is in sight, through their articles while one is open. */
function stepThrough(page: HTMLElement | null, by: 1 | -1): void {
  if (!page) return;
  const links = linksOf(page);
  const { articleId, screen } = placeNow();
  const at =
    articleId === null
      ? links.findIndex(
          (link) => link === document.activeElement || link.closest('.news-card')?.contains(document.activeElement),
        )
      : links.findIndex((link) => link.dataset.article === String(articleId));
  const next = links[at < 0 && by < 0 ? links.length : at + by];
  if (!next) return;
  if (articleId === null) {
    next.focus({ preventScroll: true });
    (next.closest('.news-card') ?? next).scrollIntoView({ block: 'nearest' });
  } else navigate({ screen, articleId: Number(next.dataset.article) as ArticleId }, { replace: true });
}
