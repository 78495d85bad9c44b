/** The lead: the story that most of the reader's sources tell, and three other voices. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { EditionRow } from '../../../contract/edition.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { openStory } from '../../app/open-story.ts';
import { SourceLine } from '../../app/source-line.tsx';
import { useFeeds } from '../../client/library.ts';
import { sectionClass } from '../../lib/section-class.ts';
import { ageAgo, shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { SourceTile } from '../../ui/source-tile.tsx';
import { FollowMark } from './follow-mark.tsx';

interface LeadProps {
  readonly row: EditionRow;
  readonly coverage: readonly ArticleSummary[];
}

export function Lead({ row, coverage }: LeadProps) {
  const { article, story } = row;
  const now = useNow();
  return (
    <div className="ld">
      <article className="news-card" aria-label="Lead">
        <div className="pic">
          <NewsPicture url={article.pictureUrl} eager />
        </div>
        {article.section && <p className={`kick ${sectionClass(article.section)}`}>{article.section}</p>}
        <NewsLink article={article} level={2} />
        {article.summary && (
          <p className="dk" lang={article.language ?? undefined} dir="auto">
            {article.summary}
          </p>
        )}
        <SourceLine article={article}>
          {article.author && <span className="t3 dot trunc">{article.author}</span>}
          <span className="t3 dot">{ageAgo(article.sortAt, now)}</span>
          <FollowMark row={row} />
          {article.wordCount > 0 && <span className="t3 dot hide-narrow">{Math.max(1, article.minutes)} min read</span>}
        </SourceLine>
      </article>
      {story && story.publishers > 1 && <Coverage story={story} others={coverage} />}
    </div>
  );
}

interface CoverageProps {
  readonly story: NonNullable<EditionRow['story']>;
  readonly others: readonly ArticleSummary[];
}

/** As many tiles as fit beside the words. */
const tilesShown = 6;

function Coverage({ story, others }: CoverageProps) {
  const now = useNow();
  const feeds = useFeeds();
  return (
    <div className="cov">
      <div className="chd">
        <span className="stack">
          {story.names.slice(0, tilesShown).map((name) => (
            <SourceTile key={name} name={feeds.find(({ host }) => host === name)?.title ?? name} host={name} />
          ))}
        </span>
        <span className="num grow trunc">{story.publishers} of your sources cover this</span>
        <button type="button" className="link link-button" onClick={() => openStory(story.id)}>
          Compare coverage
        </button>
      </div>
      {others.length > 0 && (
        <ul>
          {others.map((other) => (
            <li key={other.id} className="news-card">
              <SourceLine article={other}>
                <span className="t3 dot">{shortAge(other.sortAt, now)}</span>
              </SourceLine>
              <NewsLink article={other} level={3} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
