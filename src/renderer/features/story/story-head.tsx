/** The head of a story: its best headline, how many of the reader's sources have it, and who was first. */
import type { StoryBoard } from '../../../contract/stories.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { sectionClass } from '../../lib/section-class.ts';
import { ageAgo, clockTime } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Note } from '../../ui/note.tsx';
import { StoryTile } from './story-tile.tsx';
import { dayAndTime, publisherName } from './words.ts';

const tilesShown = 8;

export function StoryHead({ board }: { readonly board: StoryBoard }) {
  const { lead, section, byPublisher, covering, outOf, first, lastAt, mutedUntil } = board;
  const now = useNow();
  return (
    <>
      {mutedUntil !== null && (
        <div className="story-muted">
          <Note kind="info" icon="bell-off" isQuiet title="You muted this story.">
            It stays off Today and For you until {dayAndTime(mutedUntil, now)}.
          </Note>
        </div>
      )}
      <header className="hd">
        <div className="news-card">
          {section && <p className={`kick ${sectionClass(section)}`}>{section}</p>}
          <NewsLink article={lead} level={2} />
          {lead.summary && (
            <p className="deck" lang={lead.language ?? undefined} dir="auto">
              {lead.summary}
            </p>
          )}
          <div className="fx hd-sources">
            <span className="stack">
              {byPublisher.slice(0, tilesShown).map(({ publisher }) => (
                <StoryTile key={publisher} board={board} publisher={publisher} />
              ))}
            </span>
            <span className="t2 num">
              <b>
                {covering} of your {outOf} sources.
              </b>{' '}
              First reported {dayAndTime(first.at, now)} by {publisherName(board, first.publisher)}
              {lastAt > first.at && (
                <>
                  , <span className="unbroken">last added {lastWords(lastAt, now)}</span>
                </>
              )}
            </span>
          </div>
        </div>
        <NewsPicture url={lead.pictureUrl} eager />
      </header>
    </>
  );
}

function lastWords(at: number, now: number): string {
  const ago = ageAgo(at, now);
  return ago === 'yesterday' ? `yesterday at ${clockTime(at)}` : ago;
}
