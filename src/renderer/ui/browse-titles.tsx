/** The ways into the catalogue: words, section, country and language, each with its number of titles. */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { CatalogueTitle } from '../../contract/catalogue.ts';
import { count } from '../lib/numbers.ts';
import { Button } from './button.tsx';
import './browse-titles.css';
import { type CatalogueFilter, type Facet, facets, languageName, matches } from '../lib/catalogue-filter.ts';

interface BrowseTitlesProps {
  readonly titles: readonly CatalogueTitle[];
  readonly filter: CatalogueFilter;
  readonly onChange: (change: Partial<CatalogueFilter>) => void;
}

export function BrowseTitles({ titles, filter, onChange }: BrowseTitlesProps) {
  const all = (name: 'section' | 'country' | 'language') =>
    titles.filter((title) => matches(title, { ...filter, [name]: '' })).length;
  return (
    <>
      <FacetList
        head="Section"
        everything={{ value: 'All sections', count: all('section') }}
        choices={facets(titles, filter, 'section')}
        chosen={filter.section}
        onChoose={(section) => onChange({ section })}
      />
      <FacetList
        head="Country"
        everything={{ value: 'Anywhere', count: all('country') }}
        choices={facets(titles, filter, 'country')}
        chosen={filter.country}
        onChoose={(country) => onChange({ country })}
        shortTo={6}
      />
      <FacetList
        head="Language"
        everything={{ value: 'Any language', count: all('language') }}
        choices={facets(titles, filter, 'language')}
        chosen={filter.language}
        onChoose={(language) => onChange({ language })}
        name={languageName}
        shortTo={4}
      />
    </>
  );
}

interface FacetListProps {
  readonly head: string;
  readonly everything: Facet;
  readonly choices: readonly Facet[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
  readonly name?: (value: string) => string;
  /** Show so many at first. */
  readonly shortTo?: number;
}

const all = '*';

function FacetList({ head, everything, choices, chosen, onChoose, name = String, shortTo = 99 }: FacetListProps) {
  const [isLong, setLong] = useState(false);
  const short = choices.filter(({ value }, at) => at < shortTo || value === chosen);
  const hidden = choices.length - short.length;
  const shown = isLong ? choices : short;
  const rows = [
    { value: all, label: everything.value, count: everything.count },
    ...shown.map((choice) => ({ ...choice, label: name(choice.value) })),
  ];
  return (
    <section aria-label={head}>
      <h2 className="cat-head">{head}</h2>
      <ListBox
        aria-label={head}
        className="cat-facet"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen === '' ? all : chosen]}
        onSelectionChange={(keys) => {
          const value = keys === 'all' ? all : String([...keys][0] ?? all);
          onChoose(value === all ? '' : value);
        }}
      >
        {rows.map((row) => (
          <ListBoxItem key={row.value} id={row.value} textValue={row.label} className="tree-row cat-choice">
            <span className="trunc">{row.label}</span>
            <span className="count">{count(row.count)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      {hidden > 0 && (
        <Button kind="ghost" size="sm" className="cat-more" aria-expanded={isLong} onPress={() => setLong(!isLong)}>
          {isLong ? 'Fewer' : `${count(hidden)} more`}
        </Button>
      )}
    </section>
  );
}
