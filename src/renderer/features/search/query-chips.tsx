/** Whole queries to search for again. */
export function QueryChips({
  queries,
  onSearch,
}: {
  readonly queries: readonly string[];
  readonly onSearch: (query: string) => void;
}) {
  return (
    <ul className="query-chips">
      {queries.map((query) => (
        <li key={query}>
          <button type="button" className="chip" onClick={() => onSearch(query)}>
            <span className="trunc">{query}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
