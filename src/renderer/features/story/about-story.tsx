/** Beside the coverage: who reported it, why it leads, whether it is one story, and what came before. */
import { useState } from 'react';
import type { StoryBoard } from '../../../contract/stories.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { FeedTile } from '../../app/source-line.tsx';
import { ageAgo } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { StoryTile } from './story-tile.tsx';
import { momentOf, numberWord, publisherName } from './words.ts';

const leastToLead = 3;

export function AboutStory({ board }: { readonly board: StoryBoard }) {
  const now = useNow();
  return (
    <aside aria-label="About this story">
      <section>
        <h3>Who reported it</h3>
        <ul>
          {board.byPublisher.map(({ publisher, articles, firstAt }) => (
            <li key={publisher}>
              <StoryTile board={board} publisher={publisher} />
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
      <WhyItLeads board={board} />
      {board.earlier.length > 0 && (
        <section>
          <h3>Earlier in your archive</h3>
          <ul>
            {board.earlier.map((article) => (
              <li key={article.id} className="earlier news-card">
                <FeedTile article={article} />
                <NewsLink article={article} level={4} />
                <span className="n num">{ageAgo(article.sortAt, now)}</span>
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
      <h3>Not one story?</h3>
      <p className="t2">Use the menu of a report to split it off. You can undo it.</p>
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

function WhyItLeads({ board: { covering, lastAt } }: { readonly board: StoryBoard }) {
  const now = useNow();
  if (covering < leastToLead) return null;
  return (
    <section>
      <h3>Why it leads</h3>
      <p className="t2">
        {numberWord(covering)} of your sources report it, and the last of them joined {ageAgo(lastAt, now)}.
      </p>
    </section>
  );
}
