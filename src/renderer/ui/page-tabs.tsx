/** Links between pages that belong together, in the bar of each of them. */
import { classNames } from '../lib/class-names.ts';
import { usePresentInSight } from '../lib/use-present-in-sight.ts';
import './page-tabs.css';

interface PageTabsProps<Id extends string> {
  readonly label: string;
  readonly pages: readonly { readonly id: Id; readonly label: string }[];
  readonly present: Id;
  readonly onOpen: (id: Id) => void;
}

export function PageTabs<Id extends string>({ label, pages, present, onOpen }: PageTabsProps<Id>) {
  const strip = usePresentInSight(present);
  return (
    <nav className="tabs" aria-label={label} ref={strip}>
      {pages.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          className={classNames(id === present && 'on')}
          aria-current={id === present ? 'page' : undefined}
          onClick={() => onOpen(id)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
