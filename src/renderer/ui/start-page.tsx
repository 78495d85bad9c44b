/** The page that stands in for the whole window while there is no library to show. */
import type { ReactNode } from 'react';
import { Empty } from './empty.tsx';
import './start-page.css';

export function StartPage({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <main className="st" aria-label={label}>
      <div className="st-drag" />
      <div className="scroll" tabIndex={-1}>
        <div className="st-page">{children}</div>
      </div>
    </main>
  );
}

/** After Quit in a browser, which the page cannot close. */
export function StartEnded() {
  return (
    <main className="st">
      <Empty icon="check" title="Broadsheet has ended">
        You can close this window.
      </Empty>
    </main>
  );
}
