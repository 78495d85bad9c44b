/** Facts that the reports give differently, side by side, each with who says so. */
import type { StoryBoard } from '../../../contract/stories.ts';
import { FeedTile } from '../../app/source-line.tsx';

export function WhereTheyDiffer({ board }: { readonly board: StoryBoard }) {
  if (board.differences.length === 0) return null;
  const articles = new Map(board.rows.map(({ article }) => [article.id, article]));
  return (
    <section className="diff" aria-labelledby="they-differ">
      <h3 id="they-differ">Where they differ</h3>
      <dl>
        {board.differences.map(({ label, sides }) => (
          <div key={label}>
            <dt lang={board.lead.language ?? undefined}>{label}</dt>
            {sides.map((side) => {
              const who = side.articles.flatMap((id) => articles.get(id) ?? []);
              return (
                <dd key={side.value}>
                  <b className="num" lang={board.lead.language ?? undefined}>
                    {side.value}
                  </b>
                  <span className="stack" title={namesOf(who)}>
                    {who.map((article) => (
                      <FeedTile key={article.id} article={article} />
                    ))}
                  </span>
                  <span className="vh"> according to {namesOf(who)}</span>
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </section>
  );
}

function namesOf(articles: readonly { readonly feedTitle: string }[]): string {
  return [...new Set(articles.map(({ feedTitle }) => feedTitle))].join(', ');
}
