/** The outline of what is coming. Show it only after 300 ms (lib/use-slow): before that it would flicker. */

const outlines = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** At most 10 rows. */
export function SkeletonRows({ rows }: { readonly rows: number }) {
  return (
    <div aria-busy="true" role="status" aria-label="Loading articles">
      {outlines.slice(0, rows).map((outline) => (
        <div className="skel-row" key={outline}>
          <div className="grow">
            <div className="skel skel-source" />
            <div className="skel skel-title" />
            <div className="skel skel-text" />
          </div>
          <div className="skel skel-picture" />
        </div>
      ))}
    </div>
  );
}

const lines = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

export function SkeletonArticle() {
  return (
    <div className="skel-article" aria-busy="true" role="status" aria-label="Loading the article">
      <div className="skel skel-lead" />
      {lines.map((line) => (
        <div className="skel" key={line} />
      ))}
    </div>
  );
}
