/** The article's own text, cleaned once more and put into the page as nodes. */
import { type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { cleanHtml } from './clean-html.ts';
import { finishBody } from './finish-body.ts';
import { linkMenu } from './link-menu.ts';

interface ArticleBodyProps {
  readonly article: Pick<Article, 'id' | 'html' | 'language' | 'direction' | 'picture'>;
  readonly showPictures: boolean;
}

export function ArticleBody({ article, showPictures }: ArticleBodyProps) {
  const leadUrl = article.picture?.url ?? null;
  const body = useRef<HTMLDivElement>(null);
  // Before the paint: the headline of one article never stands over the text of another.
  useLayoutEffect(() => {
    const fragment = cleanHtml(article.html);
    finishBody(fragment, { showPictures, leadUrl });
    body.current?.replaceChildren(fragment);
  }, [article.html, showPictures, leadUrl]);
  return (
    <div
      ref={body}
      className="body"
      lang={article.language ?? undefined}
      dir={article.direction}
      onClick={onClick}
      onContextMenu={onContextMenu}
    />
  );
}

function onContextMenu(event: MouseEvent<HTMLDivElement>): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link && /^https?:/.test(link.href)) openContextMenu(event, { label: 'Link', groups: linkMenu(link.href) });
}

/** A link to a place in the article scrolls there; others open in the person's browser by their target. */
function onClick(event: MouseEvent<HTMLDivElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href');
  if (!href?.startsWith('#')) return;
  event.preventDefault();
  const place = placeNamed(event.currentTarget, decoded(href.slice(1)));
  place?.scrollIntoView({ block: 'center' });
  place?.setAttribute('tabindex', '-1');
  place?.focus({ preventScroll: true });
}

function placeNamed(body: Element, name: string): HTMLElement | undefined {
  const named = [...body.querySelectorAll<HTMLElement>('[id], [name]')];
  return named.find((element) => element.id === name || element.getAttribute('name') === name);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that begins nothing stands for itself.
    return name;
  }
}
