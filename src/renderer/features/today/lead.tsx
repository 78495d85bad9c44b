/** The lead: the story that most of the reader's sources tell, and three other voices. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import type { EditionRow } from '../../../contract/edition.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { openStory } from '../../app/open-story.ts';
import { PublisherTile, SourceLine } from '../../app/source-line.tsx';
import { sectionClass } from '../../lib/section-class.ts';
import { ageAgo, shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Deck } from './deck.tsx';
import { FollowMark } from './follow-mark.tsx';
import { sourcesHave } from './words.ts';

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
        <NewsPicture url={article.pictureUrl} eager />
        <div className="words">
          {article.section && <p className={`kick ${sectionClass(article.section)}`}>{article.section}</p>}
          <NewsLink article={article} level={2} />
          <Deck article={article} />
          <SourceLine article={article}>
            {article.author && <span className="t3 dot trunc">{article.author}</span>}
            <span className="t3 dot">{ageAgo(article.sortAt, now)}</span>
            <FollowMark row={row} />
            {article.wordCount > 0 && (
              <span className="t3 dot hide-narrow">{Math.max(1, article.minutes)} min read</span>
            )}
          </SourceLine>
        </div>
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
  return (
    <div className="cov">
      <div className="chd">
        <span className="stack">
          {story.names.slice(0, tilesShown).map((name) => (
            <PublisherTile key={name} publisher={name} />
          ))}
        </span>
        <span className="grow">{sourcesHave(story.publishers)}</span>
        <button type="button" className="link link-button" onClick={() => openStory(story.id)}>
          Compare coverage
        </button>
      </div>
      {others.length > 0 && (
        <ul data-n={others.length}>
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
