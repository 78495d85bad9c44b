/** The catalogue of titles that ships with the app: looked through by section, place and words, subscribed to one by one. */
import { useMemo, useState } from 'react';
import { SubscriptionsBar } from '../../app/subscriptions-bar.tsx';
import { useAsk } from '../../client/use-ask.ts';
import { type CatalogueFilter, matches, noFilter } from '../../lib/catalogue-filter.ts';
import { BrowseTitles } from '../../ui/browse-titles.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CatalogueGrid } from './catalogue-grid.tsx';
import './catalogue.css';

export function Screen() {
  const catalogue = useAsk('catalogue.list', {});
  const [filter, setFilter] = useState(noFilter);
  const [isFiltering, setFiltering] = useState(false);
  const titles = useMemo(() => catalogue.data ?? [], [catalogue.data]);
  const shown = useMemo(() => titles.filter((title) => matches(title, filter)), [titles, filter]);
  const change = (part: Partial<CatalogueFilter>) => setFilter((before) => ({ ...before, ...part }));
  const find = <FindTitle words={filter.words} onWords={(words) => change({ words })} />;
  const browse = <BrowseTitles titles={titles} filter={filter} onChange={change} />;
  return (
    <>
      <SubscriptionsBar present="catalogue" />
      {catalogue.isError ? (
        <Empty
          icon="warn"
          title="The catalogue cannot be shown"
          actions={<Button onPress={() => void catalogue.refetch()}>Try again</Button>}
        >
          {catalogue.error.message}
        </Empty>
      ) : (
        <div className="cat">
          <aside aria-label="Browse">
            {find}
            {browse}
          </aside>
          <div className="cat-page">
            <div className="cat-narrow">
              {find}
              <Button icon="filter" onPress={() => setFiltering(true)}>
                Filters
              </Button>
            </div>
            <CatalogueGrid
              titles={shown}
              filter={filter}
              isLoading={catalogue.isPending}
              onClear={() => setFilter(noFilter)}
            />
          </div>
        </div>
      )}
      {isFiltering && (
        <Dialog title="Filters" onClose={() => setFiltering(false)} className="cat-sheet">
          <div className="dlg-b">{browse}</div>
        </Dialog>
      )}
    </>
  );
}

function FindTitle({ words, onWords }: { readonly words: string; readonly onWords: (words: string) => void }) {
  return (
    <div
      className="cat-find"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        document.querySelector<HTMLElement>('.cat-card button')?.focus();
      }}
    >
      <TextField
        aria-label="Find a title"
        placeholder="Find a title"
        icon="search"
        value={words}
        onChange={onWords}
        autoComplete="off"
        spellCheck="false"
      />
    </div>
  );
}
