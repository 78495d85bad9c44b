/** The facets: beside the results where there is room, else a sheet over them behind 'Filters'. */
import { useState } from 'react';
import { useWindowSize } from '../../app/window-size.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FacetPanel } from './facet-panel.tsx';
import type { QueryEdits } from './filter-chips.tsx';
import type { Beside } from './use-facets.ts';

interface FacetsProps extends Pick<QueryEdits, 'edit'> {
  readonly beside: Beside;
  readonly onType: (operator: string) => void;
}

/** Whether the facets have no place beside the results: the window is narrow, or an article is open. */
export function useIsFolded(hasArticle: boolean): boolean {
  return useWindowSize() === 'narrow' || hasArticle;
}

export function FacetsAside(props: FacetsProps) {
  return (
    <aside className="facets" aria-label="Narrow results" tabIndex={-1}>
      <FacetPanel {...props} />
    </aside>
  );
}

export function FiltersButton(props: FacetsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon="filter" isDisabled={props.beside.facets === undefined} onPress={() => setOpen(true)}>
        Filters
      </Button>
      {isOpen && (
        <Dialog
          title="Filters"
          className="facet-sheet"
          onClose={() => setOpen(false)}
          footer={
            <Button kind="primary" onPress={() => setOpen(false)}>
              Show results
            </Button>
          }
        >
          <div className="dlg-b facets">
            <FacetPanel
              {...props}
              onType={(operator) => {
                setOpen(false);
                // After the sheet has given the focus back, so that the field may take it.
                setTimeout(() => props.onType(operator));
              }}
            />
          </div>
        </Dialog>
      )}
    </>
  );
}
