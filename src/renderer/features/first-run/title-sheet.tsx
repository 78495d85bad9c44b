/** All titles of the catalogue over the step: what is ticked here is chosen there. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { bySection, type CatalogueFilter, facets, matches, noFilter } from '../../lib/catalogue-filter.ts';
import { BrowseTitles } from '../../ui/browse-titles.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { chosenWords } from './chosen-words.ts';
import { TitleList } from './title-list.tsx';
import './title-sheet.css';

interface TitleSheetProps {
  readonly pool: readonly CatalogueTitle[];
  readonly ticked: readonly CatalogueTitle[];
  readonly onClose: () => void;
}

export function TitleSheet({ pool, ticked, onClose }: TitleSheetProps) {
  const [filter, setFilter] = useState(noFilter);
  const wanted = useDeferredValue(filter);
  const sections = useMemo(() => [...bySection(pool.filter((title) => matches(title, wanted)))], [pool, wanted]);
  const change = (part: Partial<CatalogueFilter>) => setFilter((before) => ({ ...before, ...part }));
  return (
    <Dialog
      title="All titles"
      onClose={onClose}
      className="fr-sheet"
      footer={
        <>
          <span className="t2 num grow" role="status">
            {chosenWords(ticked)}
          </span>
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="fr-all">
        <aside aria-label="Browse">
          <BrowseTitles titles={pool} filter={filter} onChange={change} />
        </aside>
        <div className="fr-all-page">
          <div className="fr-find">
            <TextField
              aria-label="Find a title"
              placeholder="Find a title"
              icon="search"
              value={filter.words}
              onChange={(words) => change({ words })}
              autoComplete="off"
              spellCheck="false"
              autoFocus
            />
            <SectionChoice pool={pool} filter={filter} onChange={change} />
          </div>
          <div className="scroll fr-all-list" tabIndex={-1}>
            {sections.length === 0 && <p className="t2 fr-none">No title matches this.</p>}
            {sections.map(([section, titles]) => (
              <section key={section} aria-label={section}>
                <h3>{section}</h3>
                <TitleList label={section} titles={titles} ticked={ticked} isOneSection />
              </section>
            ))}
          </div>
        </div>
      </div>
    </Dialog>
  );
}

interface SectionChoiceProps {
  readonly pool: readonly CatalogueTitle[];
  readonly filter: CatalogueFilter;
  readonly onChange: (change: Partial<CatalogueFilter>) => void;
}

/** In place of the column beside the titles, where there is no room for it. */
function SectionChoice({ pool, filter, onChange }: SectionChoiceProps) {
  return (
    <div className="fr-find-section">
      <Select
        label="Section"
        hideLabel
        value={filter.section || 'all'}
        onChange={(section) => onChange({ section: section === 'all' ? '' : section })}
        choices={[
          { value: 'all', label: 'All sections' },
          ...facets(pool, filter, 'section').map(({ value }) => ({ value, label: value })),
        ]}
      />
    </div>
  );
}
