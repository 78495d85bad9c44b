/** What is worth going back to: what was starred or kept and not finished, and the best of each feed. And those who seldom speak. */
import type { EditionRow } from '../../../contract/edition.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { Deck } from './deck.tsx';
import { HeadlineRow } from './sections.tsx';
import { lowerFirst } from './words.ts';

type Rows = readonly EditionRow[];

const notes: Readonly<Partial<Record<EditionRow['why']['kind'], string>>> = {
  starred: 'starred',
  kept: 'kept for later',
};

export function Picks({ rows }: { readonly rows: Rows }) {
  return (
    <section className="band picks" aria-labelledby="part-picks">
      <div className="sech">
        <h2 id="part-picks">Worth going back to</h2>
        <span className="t3 trunc">{whatTheyAre(rows)}</span>
      </div>
      <div className="pkg" data-n={rows.length}>
        {rows.map((row) => (
          <Pick key={row.article.id} row={row} />
        ))}
      </div>
    </section>
  );
}

function whatTheyAre(rows: Rows): string {
  const kinds = new Set(rows.map(({ why }) => why.kind));
  const isOwn = kinds.has('starred') || kinds.has('kept');
  if (!kinds.has('feed-highlight')) return 'What you starred or kept and have not finished';
  return isOwn ? 'What you kept, and the best of the week' : 'The best of the week';
}

function Pick({ row }: { readonly row: EditionRow }) {
  const { article, why } = row;
  const note = notes[why.kind];
  return (
    <article className="news-card pki">
      <NewsPicture url={article.pictureUrl} />
      <div className="words">
        <NewsLink article={article} />
        <Deck article={article} />
        <SourceLine article={article}>
          {article.wordCount > 0 && <span className="t3 dot">{Math.max(1, article.minutes)} min</span>}
          {note && (
            <span className="t3 dot" title={why.text}>
              {note}
            </span>
          )}
        </SourceLine>
      </div>
    </article>
  );
}

export function Seldom({ rows }: { readonly rows: Rows }) {
  return (
    <section className="band seldom" aria-labelledby="part-seldom">
      <div className="sech">
        <h2 id="part-seldom">Seldom heard</h2>
        <span className="t3 trunc">Less than once a week</span>
      </div>
      <div className="shg" data-n={rows.length}>
        {rows.map((row) => (
          <HeadlineRow key={row.article.id} row={row} note={lowerFirst(row.why.text)} />
        ))}
      </div>
    </section>
  );
}
