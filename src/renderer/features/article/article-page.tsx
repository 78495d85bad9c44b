/** The article as a page: who says it, what it says, and what belongs to it. */
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import { keysFor } from '../../app/commands.ts';
import { refresh, unsubscribe } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { openStory } from '../../app/open-story.ts';
import { useFeed } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { usePart } from '../../client/use-part.ts';
import { directionOf } from '../../lib/direction.ts';
import { headlineOf } from '../../lib/headline.ts';
import { counted } from '../../lib/numbers.ts';
import { sectionClass } from '../../lib/section-class.ts';
import { bylineDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { SkeletonArticle } from '../../ui/skeleton.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { ArticleAfter } from './article-after.tsx';
import { ArticleBody } from './article-body.tsx';
import { Enclosures } from './enclosures.tsx';
import { FullTextNote } from './full-text-note.tsx';
import { Revisions } from './revisions.tsx';

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
  const showPictures = settings?.showArticlePictures !== false;
  return (
    <article className="story" aria-labelledby="article-headline" dir={directionIn(article, shown)}>
      <Publisher article={shown} isWhole={article?.hasFullText ?? false} />
      {shown.section && <p className={`kick ${sectionClass(shown.section)}`}>{shown.section}</p>}
      {/* A text without a headline begins at once; screen readers still need a name for it. */}
      <h1
        id="article-headline"
        className={shown.title ? undefined : 'vh'}
        lang={shown.language ?? undefined}
        dir="auto"
      >
        {headlineOf(shown)}
      </h1>
      {article?.deck && (
        <p className="deck" lang={shown.language ?? undefined} dir="auto">
          {article.deck}
        </p>
      )}
      <Byline article={shown} />
      {isSlow && <SkeletonArticle />}
      {article && (
        <>
          <FullTextNote article={article} />
          <ArticleBody article={article} showPictures={showPictures} />
          <Enclosures key={`files-${article.id}`} article={article} />
          {article.edited && article.revisions > 0 && <Revisions id={article.id} />}
          {article.url !== null && <p className="print-source">{article.url}</p>}
          <ArticleAfter article={article} />
        </>
      )}
    </article>
  );
}

/** The whole page turns with its headline, unless the feed's own settings say otherwise. */
function directionIn(article: Article | undefined, shown: ArticleSummary): 'ltr' | 'rtl' {
  return article && article.direction !== 'auto' ? article.direction : directionOf(shown);
}

function Publisher({ article, isWhole }: { readonly article: ArticleSummary; readonly isWhole: boolean }) {
  const feed = useFeed(article.feedId);
  const isFollowed = usePart('feeds.list', (feeds) => feeds.some(({ id }) => id === article.feedId)) ?? true;
  return (
    <div className="pub">
      <SourceTile large name={article.feedTitle} host={feed?.host ?? article.publisher ?? ''} iconUrl={feed?.iconUrl} />
      <div className="trunc">
        <b>{article.feedTitle}</b>
        <div className="t3 pub-note">{isWhole ? 'Saved in full on this computer' : 'Saved as the feed sent it'}</div>
      </div>
      <span className="grow" />
      {isFollowed ? (
        <MenuButton label={article.feedTitle} groups={publisherMenu(article)}>
          <Button size="sm">Following</Button>
        </MenuButton>
      ) : (
        <span className="t3">No longer followed</span>
      )}
    </div>
  );
}

function publisherMenu(article: ArticleSummary): MenuGroups {
  return [
    [
      {
        id: 'go',
        icon: 'folder',
        label: `Go to ${article.feedTitle}`,
        keys: keysFor('go.feed'),
        run: () => navigate({ view: `feed:${article.feedId}`, articleId: article.id }),
      },
      { id: 'refresh', icon: 'refresh', label: 'Refresh', run: () => refresh({ feedIds: [article.feedId] }) },
    ],
    [
      {
        id: 'remove',
        icon: 'x',
        label: 'Unsubscribe',
        danger: true,
        run: () => void unsubscribe([{ id: article.feedId, title: article.feedTitle }]),
      },
    ],
  ];
}

function Byline({ article }: { readonly article: ArticleSummary }) {
  const now = useNow();
  const parts = [
    article.publishedAt === null ? `Found ${bylineDate(article.sortAt, now)}` : bylineDate(article.publishedAt, now),
    article.wordCount > 0 ? `${Math.max(1, article.minutes)} min read` : '',
    article.edited ? 'Edited' : '',
  ].filter(Boolean);
  return (
    <div className="by num">
      {article.author && (
        <>
          <b>{article.author}</b>
          <span aria-hidden="true">·</span>
        </>
      )}
      {parts.map((part, position) => (
        <span key={part} className="fx">
          {position > 0 && <span aria-hidden="true">·</span>}
          {part}
        </span>
      ))}
      {article.storyId !== null && article.storyPublishers > 1 && (
        <>
          <span aria-hidden="true">·</span>
          <button
            type="button"
            className="link link-button"
            onClick={() => article.storyId !== null && openStory(article.storyId)}
          >
            {counted(article.storyPublishers, 'source covers', 'sources cover')} this
          </button>
        </>
      )}
    </div>
  );
}
