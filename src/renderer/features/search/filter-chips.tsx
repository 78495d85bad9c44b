/** The filters that are wanted most, under the field. Each writes into the query, and shows what stands there. */
import { Button } from 'react-aria-components/Button';
import { classNames } from '../../lib/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx';
import { dateWords, type FilterOperator, hasDate, hasValue, usedFilters, valuesOf } from './query-filters.ts';
import type { QueryPart } from './query-parts.ts';
import type { Facet } from './use-facets.ts';

export interface QueryEdits {
  readonly edit: (operator: FilterOperator, value: string | null, on?: boolean) => void;
  readonly clear: (operators: readonly FilterOperator[]) => void;
}

interface FilterChipsProps extends QueryEdits {
  readonly parts: readonly QueryPart[];
  readonly facets: readonly Facet[];
}

const toggles: readonly { operator: FilterOperator; value: string; icon: IconName; label: string }[] = [
  { operator: 'is', value: 'unread', icon: 'inbox', label: 'Unread' },
  { operator: 'is', value: 'starred', icon: 'star', label: 'Starred' },
  { operator: 'has', value: 'fulltext', icon: 'text', label: 'Has full text' },
];

export function FilterChips({ parts, facets, edit, clear }: FilterChipsProps) {
  const used = usedFilters(parts);
  return (
    <div className="chips" role="group" aria-label="Filters">
      <ValueChip name="source" label="Source" icon="globe" parts={parts} facets={facets} edit={edit} />
      <DateChip parts={parts} edit={edit} />
      <ValueChip name="author" label="Author" icon="user" parts={parts} facets={facets} edit={edit} />
      {toggles.map(({ operator, value, icon, label }) => {
        const isOn = hasValue(parts, operator, value);
        return (
          <Button
            key={value}
            className={classNames('chip', isOn && 'on')}
            aria-pressed={isOn}
            onPress={() => edit(operator, value, !isOn)}
          >
            <Icon name={icon} />
            {label}
            {isOn && <Icon name="x" />}
          </Button>
        );
      })}
      <span className="grow" />
      {used.length > 0 && (
        <Button className="btn sm ghost" onPress={() => clear(used)}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

interface ValueChipProps extends FilterChipsProps {
  readonly name: 'source' | 'author';
  readonly label: string;
  readonly icon: IconName;
}

/** The values that the hits have, most first; those in the query already have a tick. */
function ValueChip({ name, label, icon, parts, facets, edit }: Omit<ValueChipProps, 'clear'>) {
  const chosen = valuesOf(parts, name);
  const values = facets.find((facet) => facet.name === name)?.values ?? [];
  const entries: MenuEntry[] = values.map((value) => ({
    id: value.value,
    label: value.label,
    chosen: value.isOn,
    run: () => edit(name, value.value, !value.isOn),
  }));
  const [only] = chosen;
  const words = chosen.length > 1 ? `${label}: ${chosen.length}` : only ? `${label}: ${only}` : label;
  const any = { id: 'any', label: `Any ${label.toLowerCase()}`, run: () => edit(name, null) };
  return (
    <MenuButton label={label} edge="start" groups={[entries, chosen.length > 0 ? [any] : []]}>
      <Button
        className={classNames('chip', chosen.length > 0 && 'on')}
        isDisabled={entries.length + chosen.length === 0}
      >
        <Icon name={icon} />
        <span className="trunc">{words}</span>
        <Icon name="down" />
      </Button>
    </MenuButton>
  );
}

const spans: readonly (readonly [days: number, label: string])[] = [
  [1, 'Last 24 hours'],
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
  [365, 'Last 12 months'],
];
const dayMs = 86_400_000;

function DateChip({ parts, edit }: Pick<FilterChipsProps, 'parts' | 'edit'>) {
  const isOn = hasDate(parts);
  const entries = spans.map(([days, label]) => ({ id: label, label, run: () => edit('date', sinceDay(days)) }));
  if (isOn) {
    return (
      <Button className="chip on" aria-pressed onPress={() => edit('date', null)}>
        <Icon name="cal" />
        <span className="num">{dateWords(parts, Date.now())}</span>
        <Icon name="x" />
      </Button>
    );
  }
  return (
    <MenuButton label="When" edge="start" groups={[entries]}>
      <Button className="chip">
        <Icon name="cal" />
        Any time
        <Icon name="down" />
      </Button>
    </MenuButton>
  );
}

/** A range that is open at its end: from the day so many days ago. */
function sinceDay(days: number): string {
  const day = new Date(Date.now() - days * dayMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}..`;
}
