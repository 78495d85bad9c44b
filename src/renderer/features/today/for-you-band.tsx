/** For you: four articles chosen by the reader's own taste. One without a picture is set as text to the height of the others. */
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import { navigate } from '../../app/navigation.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { WhyLine } from '../../app/why-line.tsx';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Deck } from './deck.tsx';
import { loadEdition } from './edition-model.ts';

/** Said once above, and not of each article. */
const stateWords = {
  off: 'Newest first',
  learning: 'Newest first until you have read 10 articles',
  learned: null,
} as const;

export function ForYouBand({ edition }: { readonly edition: Edition }) {
  const words = stateWords[edition.forYouState];
  return (
    <section className="band fy" aria-labelledby="part-for-you">
      <div className="sech">
        <h2 id="part-for-you">For you</h2>
        {words && <span className="t3 trunc">{words}</span>}
        <button
          type="button"
          className="link link-button"
          onClick={() => navigate({ screen: 'for-you', view: 'for-you' })}
        >
          All of For you
        </button>
      </div>
      <div className="fyg" data-n={edition.forYou.length}>
        {edition.forYou.map((row) => (
          <Choice key={row.article.id} row={row} />
        ))}
      </div>
    </section>
  );
}

/** As many lines as a picture is high. */
const roomBesidePictures = 210;
/** Where they stand in rows: two lines. The style sheet shows one of both, so that neither is cut in a word. */
const roomInARow = 90;

function Choice({ row }: { readonly row: EditionRow }) {
  const { article, why } = row;
  const now = useNow();
  return (
    <article className="news-card fyi">
      <NewsPicture url={article.pictureUrl} />
      <div className="words">
        <NewsLink article={article} />
        <Deck className="as-high" article={article} room={roomBesidePictures} />
        <Deck className="in-a-row" article={article} room={roomInARow} />
      </div>
      <div className="ft">
        <SourceLine article={article}>
          <span className="t3 dot">{shortAge(article.sortAt, now)}</span>
        </SourceLine>
        {why.taste && <WhyLine article={article} why={why.taste} onTaught={() => void loadEdition()} />}
      </div>
    </article>
  );
}
