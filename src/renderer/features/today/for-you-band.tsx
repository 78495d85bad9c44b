/** For you: four articles chosen by the reader's own taste, each with its reason. */
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import { navigate } from '../../app/navigation.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { WhyLine } from '../../app/why-line.tsx';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { loadEdition } from './edition-model.ts';

const stateWords = {
  off: 'Newest first: choosing by taste is off',
  learning: 'Newest first: still learning what you read',
  learned: null,
} as const;

export function ForYouBand({ edition }: { readonly edition: Edition }) {
  const words = stateWords[edition.forYouState];
  return (
    <section className="fy" aria-labelledby="part-for-you">
      <div className="fyh">
        <h2 id="part-for-you">For you</h2>
        {words && <span className="t3 trunc">{words}</span>}
        <button
          type="button"
          className="link link-button"
          onClick={() => navigate({ screen: 'for-you', view: 'for-you', argument: 'profile' })}
        >
          Why these
        </button>
      </div>
      <div className="fyg">
        {edition.forYou.map((row) => (
          <Choice key={row.article.id} row={row} />
        ))}
      </div>
    </section>
  );
}

function Choice({ row }: { readonly row: EditionRow }) {
  const { article, why } = row;
  const now = useNow();
  return (
    <article className="news-card">
      <NewsPicture url={article.pictureUrl} />
      <NewsLink article={article} />
      <SourceLine article={article}>
        <span className="t3 dot">{shortAge(article.sortAt, now)}</span>
      </SourceLine>
      <WhyLine article={article} text={why.text} reasons={why.features} onTaught={() => void loadEdition()} />
    </article>
  );
}
