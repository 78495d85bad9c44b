/** Beside the coverage: who has it, whether it is one story, the numbers behind its place, and what came before. */
import { useState } from 'react';
import type { StoryBoard } from '../../../contract/stories.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { FeedTile, PublisherTile } from '../../app/source-line.tsx';
import { shortDate } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RankNumbers } from './rank-numbers.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { momentOf, publisherName } from './words.ts';

export function AboutStory({ board }: { readonly board: StoryBoard }) {
  const now = useNow();
  return (
    <aside aria-label="About this story">
      <section>
        <h3>Who reported it</h3>
        <ul>
          {board.byPublisher.map(({ publisher, articles, firstAt }) => (
            <li key={publisher}>
              <PublisherTile publisher={publisher} name={publisherName(board, publisher)} />
              <span className="trunc">{publisherName(board, publisher)}</span>
              {articles > 1 && <span className="t3 num">{articles} articles</span>}
              <span className="n num">{momentOf(firstAt, now)}</span>
            </li>
          ))}
        </ul>
      </section>
      {board.bySection.length > 0 && (
        <section>
          <h3>Sources by section</h3>
          <ul>
            {board.bySection.map(({ section, publishers }) => (
              <li key={section}>
                {section}
                <span className="n num">{publishers}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SameStory board={board} />
      <RankNumbers numbers={board.numbers} nameOf={(publisher) => publisherName(board, publisher)} />
      {board.earlier.length > 0 && (
        <section>
          <h3>Earlier in your archive</h3>
          <ul>
            {board.earlier.map((article) => (
              <li key={article.id} className="earlier news-card">
                <FeedTile article={article} />
                <NewsLink article={article} level={4} />
                <span className="n num">{shortDate(article.sortAt, now)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function SameStory({ board }: { readonly board: StoryBoard }) {
  const [open, setOpen] = useState<'split' | 'merge' | null>(null);
  const close = () => setOpen(null);
  return (
    <section>
      <h3>Not the same story?</h3>
      <p className="t2">Articles are joined on this computer by their words, names and time. {reasonWords(board)}</p>
      <div className="fx same-story">
        {board.rows.length > 1 && (
          <Button size="sm" onPress={() => setOpen('split')}>
            Split an article off…
          </Button>
        )}
        <Button size="sm" onPress={() => setOpen('merge')}>
          Merge…
        </Button>
      </div>
      {open === 'split' && <SplitDialog board={board} onClose={close} />}
      {open === 'merge' && <MergeDialog board={board} onClose={close} />}
    </section>
  );
}

/** The part of the reason that is about grouping; the rest stands in the head already. */
function reasonWords({ reason }: StoryBoard): string {
  const at = reason.indexOf('grouped: ');
  return at < 0 ? '' : `${reason.charAt(at).toUpperCase()}${reason.slice(at + 1)}.`;
}
