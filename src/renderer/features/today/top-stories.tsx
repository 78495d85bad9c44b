/** Top stories right now: what most sources tell, newest movement first; or how many sources that takes. */
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import { navigate } from '../../app/navigation.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { openStory } from '../../app/open-story.ts';
import { SourceLine } from '../../app/source-line.tsx';
import { clockTime, shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FollowMark } from './follow-mark.tsx';

export function TopStories({ edition }: { readonly edition: Edition }) {
  return (
    <section className="tops" aria-labelledby="part-top">
      <h2 id="part-top">Top stories right now</h2>
      {edition.topState === 'too-few-sources' && edition.top.length === 0 ? (
        <TooFew active={edition.activePublishers} />
      ) : (
        <ol data-n={edition.top.length}>
          {edition.top.map((row) => (
            <TopStory key={row.article.id} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}

function TopStory({ row }: { readonly row: EditionRow }) {
  const { article, story } = row;
  const now = useNow();
  return (
    <li className="news-card top-story">
      <div className="words">
        <NewsLink article={article} />
        <SourceLine article={article}>
          {/* When it was read takes the place of its age: the line is short. */}
          {!row.hasLed && <span className="t3 dot">{shortAge(article.sortAt, now)}</span>}
          <FollowMark row={row} />
          {row.hasLed && <ReadMark at={row.readAt} />}
          {story && story.publishers > 1 && !row.hasLed && (
            <button type="button" className="cluster cluster-link num" onClick={() => openStory(story.id)}>
              <Icon name="layers" />
              <span className="vh">Compare coverage, sources on this story: </span>
              {story.publishers}
            </button>
          )}
        </SourceLine>
      </div>
      <NewsPicture url={article.pictureUrl} />
    </li>
  );
}

/** A story that led until it was read. */
function ReadMark({ at }: { readonly at: number | null }) {
  return (
    <span className="readmark num">
      <Icon name="check" />
      Read {at !== null && clockTime(at)}
    </span>
  );
}

function TooFew({ active }: { readonly active: number }) {
  return (
    <div className="too-few">
      <p className="t2">
        A top story is one that several sources tell. That takes at least four that publish; {activeWords(active)}.
      </p>
      <Button size="sm" onPress={() => navigate({ screen: 'catalogue' })}>
        Add sources
      </Button>
    </div>
  );
}

/** Sources that are followed but brought nothing in two weeks are not "0 sources". */
function activeWords(active: number): string {
  if (active === 0) return 'none of yours has in the last two weeks';
  return `you have ${active === 1 ? 'one' : active}`;
}
