/** The page before anything is typed: what was searched for, what is saved, and what a search can say. */
import { useId } from 'react';
import { navigate } from '../../app/navigation.ts';
import { useSavedSearches } from '../../client/library.ts';
import { Icon } from '../../ui/icon.tsx';
import { QueryChips } from './query-chips.tsx';
import { eraseSearches, useRecentSearches } from './recent-searches.ts';

const examples = [
  ['is:unread last:7d', 'unread, from the last seven days'],
  ['climate OR weather -sport', 'one word or the other, without a third'],
  ['title:elect* last:30d', 'words that begin like this, in headlines of a month'],
  ['is:starred has:fulltext', 'starred, with the whole text'],
] as const;

interface SearchStartProps {
  /** Why what was typed says nothing yet; null while nothing is typed. */
  readonly hint: string | null;
  readonly onSearch: (query: string) => void;
}

export function SearchStart({ hint, onSearch }: SearchStartProps) {
  const recent = useRecentSearches();
  return (
    <div className="scroll search-start">
      <h2>Everything you have is searched</h2>
      <p className="t2">
        {hint ?? 'Type two letters or more. The headlines, authors and texts of all stored articles are searched.'}
      </p>
      {recent.length > 0 && (
        <section aria-label="Recent searches">
          <div className="start-head">
            <h3>Recent searches</h3>
            <button type="button" className="link link-button" onClick={eraseSearches}>
              Erase them
            </button>
          </div>
          <QueryChips queries={recent} onSearch={onSearch} />
        </section>
      )}
      <SavedHere />
      <section aria-label="Examples">
        <h3>For example</h3>
        <ul className="start-list">
          {examples.map(([query, about]) => (
            <li key={query}>
              <button type="button" className="start-row" onClick={() => onSearch(query)}>
                <span className="mono">{query}</span>
                <span className="t2">{about}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function SavedHere() {
  const saved = useSavedSearches();
  const head = useId();
  if (saved.length === 0) return null;
  return (
    <section aria-labelledby={head}>
      <h3 id={head}>Saved searches</h3>
      <ul className="start-list">
        {saved.map(({ id, name, query }) => (
          <li key={id}>
            <button
              type="button"
              className="start-row"
              onClick={() => navigate({ screen: 'reader', view: `search:${id}` })}
            >
              <span className="start-name">
                <Icon name="saved" />
                <span className="trunc">{name}</span>
              </span>
              <span className="t2 mono trunc">{query}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
