/** How the story spread: articles in even steps of time, the steps in which a new source joined in the accent. */
import type { StoryBoard } from '../../../contract/stories.ts';
import { classNames } from '../../lib/class-names.ts';
import { counted } from '../../lib/numbers.ts';
import { useNow } from '../../lib/use-now.ts';
import { momentOf } from './words.ts';

/** Fewer would be blocks, not a course. */
const leastSteps = 5;
const leastArticles = 20;

export function Timeline({ board }: { readonly board: StoryBoard }) {
  const now = useNow();
  const { timeline, first, lastAt } = board;
  const most = Math.max(1, ...timeline.map(({ articles }) => articles));
  if (timeline.length < leastSteps || board.rows.length < leastArticles) return null;
  return (
    <figure className="spread num">
      <div
        className="spread-bars"
        role="img"
        aria-label={`${counted(board.rows.length, 'article', 'articles')} from ${momentOf(first.at, now)} to ${momentOf(lastAt, now)}`}
      >
        {timeline.map(({ from, articles, newPublishers }) => (
          <i
            key={from}
            className={classNames(newPublishers > 0 && 'joined')}
            style={{ height: `${(articles / most) * 100}%` }}
            title={`${momentOf(from, now)}: ${counted(articles, 'article', 'articles')}, ${counted(newPublishers, 'new source', 'new sources')}`}
          />
        ))}
      </div>
      <figcaption>
        <span>{momentOf(first.at, now)}</span>
        <span>{momentOf(lastAt, now)}</span>
      </figcaption>
    </figure>
  );
}
