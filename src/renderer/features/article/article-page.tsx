/** The article as a page: who says it, what it says, and what belongs to it. */
import { useState } from 'react';
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { openOriginal } from '../../app/article-actions.ts';
import { useSettings } from '../../client/settings.ts';
import { showsPictures } from '../../client/shows-pictures.ts';
import { directionOf } from '../../lib/direction.ts';
import { headlineOf } from '../../lib/headline.ts';
import { mayOpenOutside } from '../../lib/outside-address.ts';
import { sectionClass } from '../../lib/section-class.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { SkeletonArticle } from '../../ui/skeleton.tsx';
import { Unbroken } from '../../ui/unbroken.tsx';
import { ArticleAfter } from './article-after.tsx';
import { ArticleBody } from './article-body.tsx';
import { Byline } from './byline.tsx';
import { Files, Listen } from './enclosures.tsx';
import { FeedLine } from './feed-line.tsx';
import { FullTextNote } from './full-text-note.tsx';
import { PublisherLine } from './publisher-line.tsx';
import { WhatChanged } from './what-changed.tsx';

interface ArticlePageProps {
  /** What the list knows, shown until the whole is there. */
  readonly summary: ArticleSummary;
  readonly article: Article | undefined;
  /** Whether the whole is still on its way where it is not there. */
  readonly isComing: boolean;
}

export function ArticlePage({ summary, article, isComing }: ArticlePageProps) {
  const settings = useSettings();
  const shown = article ?? summary;
  const isSlow = useSlow(article === undefined && isComing, summary.id);
  const showPictures = showsPictures(settings, 'showArticlePictures');
  const [changesOf, setChangesOf] = useState<ArticleId | null>(null);
  const showsChanges = changesOf === summary.id;
  const toggleChanges = () => setChangesOf(showsChanges ? null : summary.id);
  return (
    <article className="story" aria-labelledby="headline-shown" dir={directionIn(article, shown)}>
      <PublisherLine article={shown} isWhole={article?.hasFullText ?? false} />
      {shown.section && <p className={`kick ${sectionClass(shown.section)}`}>{shown.section}</p>}
      {/* A text without a headline begins at once; screen readers still need a name for it. */}
      <h1 id="headline-shown" className={shown.title ? undefined : 'vh'} lang={shown.language ?? undefined} dir="auto">
        <Headline article={shown} />
      </h1>
      {article?.deck && (
        <p className="deck" lang={shown.language ?? undefined} dir="auto">
          {article.deck}
        </p>
      )}
      <Byline article={shown} changes={{ id: 'what-changed', isOpen: showsChanges, toggle: toggleChanges }} />
      {isSlow && <SkeletonArticle />}
      {article && (
        <>
          {showsChanges && <WhatChanged id="what-changed" article={article} />}
          <Listen key={`sound-${article.id}`} article={article} />
          <FullTextNote article={article} />
          <ArticleBody
            article={article}
            showPictures={showPictures}
            showPlayers={settings?.embeddedPlayers !== 'never'}
          />
          <FeedLine article={article} />
          <Files key={`files-${article.id}`} article={article} />
          {article.url !== null && <p className="print-source">{article.url}</p>}
          <ArticleAfter article={article} />
        </>
      )}
    </article>
  );
}

/** Leads to the article where it was published. */
function Headline({ article }: { readonly article: ArticleSummary }) {
  if (article.url === null || !mayOpenOutside(article.url)) return <Unbroken text={headlineOf(article)} />;
  return (
    <a
      className="headline-link"
      href={article.url}
      target="_blank"
      rel="noopener noreferrer"
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        openOriginal(article);
      }}
    >
      <Unbroken text={headlineOf(article)} />
    </a>
  );
}

/** The whole page turns with its headline, unless the feed's own settings say otherwise. */
function directionIn(article: Article | undefined, shown: ArticleSummary): 'ltr' | 'rtl' {
  return article && article.direction !== 'auto' ? article.direction : directionOf(shown);
}
