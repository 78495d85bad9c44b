/** What may stand where the caret is, under it. The field keeps the focus; arrows choose. */
import { useFeed } from '../../client/library.ts';
import { classNames } from '../../lib/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { SourceTile } from '../../ui/source-tile.tsx';
import type { Suggestion } from './use-suggestions.ts';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** Position of the one that Enter takes; -1: none. */
  readonly chosen: number;
  /** px from the left edge of the field. */
  readonly left: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

const icons: Readonly<Record<Suggestion['kind'], IconName>> = {
  operator: 'filter',
  source: 'globe',
  folder: 'folder',
  section: 'rows',
  author: 'user',
  tag: 'rule',
  language: 'aa',
  state: 'inbox',
  date: 'cal',
  search: 'saved',
};

export function SuggestionList({ id, suggestions, chosen, left, onTake }: SuggestionListProps) {
  return (
    <div className="menu sq-suggest" role="listbox" id={id} aria-label="Suggestions" style={{ left }}>
      {suggestions.map((suggestion, position) => (
        <div
          key={suggestion.text}
          id={`${id}-${position}`}
          role="option"
          tabIndex={-1}
          aria-selected={position === chosen}
          className={classNames('menu-item', position === chosen && 'is-chosen')}
          // The field must not lose the focus to a press here.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <SuggestionSign suggestion={suggestion} />
          <span className="trunc">{suggestion.label}</span>
          {suggestion.about !== null && <span className="sc trunc">{suggestion.about}</span>}
        </div>
      ))}
    </div>
  );
}

function SuggestionSign({ suggestion: { kind, label, feedId } }: { readonly suggestion: Suggestion }) {
  const feed = useFeed(feedId);
  if (feedId === undefined) return <Icon name={icons[kind]} />;
  return <SourceTile name={label} host={feed?.host ?? ''} iconUrl={feed?.iconUrl} />;
}
