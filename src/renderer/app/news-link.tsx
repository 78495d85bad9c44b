/** A headline that opens its article. It is a link to the publisher's own page too: with Ctrl, that opens in the browser. */
import type { MouseEvent } from 'react';
import type { ArticleSummary } from '../../contract/articles.ts';
import { useBits } from '../client/article-bits.ts';
import { classNames } from '../lib/class-names.ts';
import { headlineClass, headlineOf } from '../lib/headline.ts';
import { openContextMenu } from '../ui/context-menu.tsx';
import { Unbroken } from '../ui/unbroken.tsx';
import { articleMenu } from './article-menu.ts';
import { openArticle } from './open-story.ts';
import './news.css';

interface NewsLinkProps {
  readonly article: ArticleSummary;
  readonly level?: 2 | 3 | 4;
}

export function NewsLink({ article, level = 3 }: NewsLinkProps) {
  const { unread } = useBits(article);
  const Heading = `h${level}` as const;
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openArticle(article);
  };
  return (
    <Heading className={classNames('head', !unread && 'is-read')} lang={article.language ?? undefined} dir="auto">
      <a
        className={classNames('news-link', headlineClass(article))}
        data-article={article.id}
        href={article.url ?? '#'}
        rel="noopener noreferrer"
        draggable={false}
        onClick={onClick}
        onContextMenu={(event) => openContextMenu(event, { label: 'Article', groups: articleMenu(article, null) })}
      >
        <Unbroken text={headlineOf(article)} />
      </a>
      {!unread && <span className="vh"> (read)</span>}
    </Heading>
  );
}
