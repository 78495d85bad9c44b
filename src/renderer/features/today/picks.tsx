/** Our picks: what was starred and not finished, what was kept, and the best of each title. And those who seldom speak. */
import type { EditionRow } from '../../../contract/edition.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { HeadlineRow } from './sections.tsx';
import { lowerFirst } from './words.ts';

type Rows = readonly EditionRow[];

const notes: Readonly<Partial<Record<EditionRow['why']['kind'], string>>> = {
  starred: 'starred',
  kept: 'kept for later',
  'feed-highlight': 'its best lately',
};

export function Picks({ rows }: { readonly rows: Rows }) {
  return (
    <section className="picks" aria-labelledby="part-picks">
      <h2 id="part-picks">Our picks</h2>
      <p className="sub">{whatTheyAre(rows)}</p>
      <div className="pkg">
        {rows.map((row) => (
          <Pick key={row.article.id} row={row} />
        ))}
      </div>
    </section>
  );
}

function whatTheyAre(rows: Rows): string {
  const kinds = new Set(rows.map(({ why }) => why.kind));
  const parts = [
    kinds.has('starred') ? 'what you starred' : '',
    kinds.has('kept') ? 'what you kept' : '',
    kinds.has('feed-highlight') ? 'the best of a title' : '',
  ].filter(Boolean);
  const own = kinds.has('starred') || kinds.has('kept') ? ' and have not finished' : '';
  const words = parts.join(', ') || 'worth your time';
  return words.charAt(0).toUpperCase() + words.slice(1) + (kinds.has('feed-highlight') ? '' : own);
}

function Pick({ row }: { readonly row: EditionRow }) {
  const { article, why } = row;
  const note = notes[why.kind];
  return (
    <article className="news-card pki">
      <NewsPicture url={article.pictureUrl} />
      <div>
        <NewsLink article={article} />
        <SourceLine article={article}>
          {article.wordCount > 0 && <span className="t3 dot">{Math.max(1, article.minutes)} min</span>}
          {note && (
            <span className="t3 dot trunc" title={why.text}>
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
    <section className="seldom" aria-labelledby="part-seldom">
      <h2 id="part-seldom">Seldom heard</h2>
      <p className="sub">Sources that post less than once a week</p>
      {rows.map((row) => (
        <HeadlineRow key={row.article.id} row={row} note={lowerFirst(row.why.text)} />
      ))}
    </section>
  );
}
