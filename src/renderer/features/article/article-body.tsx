/** The picture over an article and its own text, cleaned once more and put into the page as nodes. */
import { type MouseEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { Article } from '../../../contract/articles.ts';
import { openContextMenu } from '../../ui/context-menu.tsx';
import { cleanHtml } from './clean-html.ts';
import { finishBody } from './finish-body.ts';
import { LeadPicture } from './lead-picture.tsx';
import { linkMenu } from './link-menu.ts';
import { openPicture } from './shown-picture.ts';

interface ArticleBodyProps {
  readonly article: Pick<Article, 'id' | 'html' | 'language' | 'direction' | 'picture'>;
  readonly showPictures: boolean;
  /** Links to what other sites play. */
  readonly showPlayers: boolean;
}

export function ArticleBody({ article, showPictures, showPlayers }: ArticleBodyProps) {
  const { html, picture } = article;
  const body = useRef<HTMLDivElement>(null);
  const { nodes, lead } = useMemo(() => {
    const fragment = cleanHtml(html);
    const inText = finishBody(fragment, { showPictures, showPlayers, lead: picture });
    return { nodes: [...fragment.childNodes], lead: inText };
  }, [html, showPictures, showPlayers, picture]);
  // Before the paint: the headline of one article never stands over the text of another.
  const shownId = useRef<number | null>(null);
  useLayoutEffect(() => {
    body.current?.replaceChildren(...nodes);
    // The other text of the same article fades in where the reader is; another article is there at once.
    if (body.current && shownId.current === article.id) fadeIn(body.current);
    shownId.current = article.id;
  }, [nodes, article.id]);
  return (
    <>
      {/* Two of one key would be one to React: the picture of the article before would stay. */}
      {picture && showPictures && !lead.isInText && (
        <LeadPicture
          key={`lead-${article.id}`}
          picture={picture}
          language={article.language}
          isTold={lead.isTold}
          hoverText={lead.hoverText}
        />
      )}
      <div
        ref={body}
        className="body"
        lang={article.language ?? undefined}
        dir={article.direction}
        onClick={onClick}
        onContextMenu={onContextMenu}
      />
    </>
  );
}

/** As long as the look has it: 0 where motion is not wanted. */
function fadeIn(element: Element): void {
  const duration = Number.parseFloat(getComputedStyle(element).getPropertyValue('--t-base')) || 0;
  element.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration, easing: 'ease-out' });
}

function onContextMenu(event: MouseEvent<HTMLDivElement>): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link && /^https?:/.test(link.href)) openContextMenu(event, { label: 'Link', groups: linkMenu(link.href) });
}

/** A picture opens; a link to a place in the article scrolls there; others open in the person's browser by their target. */
function onClick(event: MouseEvent<HTMLDivElement>): void {
  const target = event.target instanceof Element ? event.target : null;
  const picture = target?.closest<HTMLElement>('.zoom');
  if (picture) {
    event.preventDefault();
    openPicture(picture);
    return;
  }
  const href = target?.closest('a')?.getAttribute('href');
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
