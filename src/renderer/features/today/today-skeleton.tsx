/** The outline of a front page, for when the library takes its time. */
export function TodaySkeleton() {
  return (
    <div className="top fp-skel" aria-busy="true" role="status" aria-label="Making the front page">
      <div className="pair-main">
        <div className="skel skel-lead" />
        <div className="skel skel-head" />
        <div className="skel skel-head short" />
        <div className="skel" />
      </div>
      <div className="pair-side">
        {['first', 'second', 'third', 'fourth', 'fifth'].map((line) => (
          <div key={line}>
            <div className="skel skel-title" />
            <div className="skel short" />
          </div>
        ))}
      </div>
    </div>
  );
}
