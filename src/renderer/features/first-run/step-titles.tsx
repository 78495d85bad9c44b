/** Step 1: what to read. Sections, titles of them, and the other ways to begin. */
import { useState } from 'react';
import { exactCount } from '../../lib/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { OneStop } from '../../ui/one-stop.tsx';
import { toggleSection, useChoices } from './choices.ts';
import { sectionsOf } from './pick-titles.ts';
import { TitleList } from './title-list.tsx';
import { TitleSheet } from './title-sheet.tsx';
import type { Offer } from './use-offer.ts';

export function StepTitles({ offer }: { readonly offer: Offer }) {
  const { sections } = useChoices();
  const { pool, listed, ticked, trouble, isOnline } = offer;
  const [isSheetOpen, setSheetOpen] = useState(false);
  return (
    <>
      <h2>What do you like to read?</h2>
      <OneStop className="fr-sections" label="Sections">
        {sectionsOf(pool).map((section) => {
          const isOn = sections.includes(section);
          return (
            <button
              key={section}
              type="button"
              className={isOn ? 'chip on' : 'chip'}
              aria-pressed={isOn}
              onClick={() => toggleSection(section)}
            >
              {isOn && <Icon name="check" />}
              {section}
            </button>
          );
        })}
      </OneStop>
      {trouble !== undefined && <Note kind="err">{trouble} You can begin in another way below.</Note>}
      {!isOnline && (
        <Note kind="warn" icon="off" title="You are offline.">
          These titles are printed by Broadsheet itself and need no network. Publishers can be added later.
        </Note>
      )}
      {pool.length > 0 && (
        <>
          <div className="fx">
            <h3 className="grow">Titles to start with</h3>
            <button type="button" className="link link-button" onClick={() => setSheetOpen(true)}>
              All {exactCount(pool.length)} titles
            </button>
          </div>
          {listed.length > 0 ? (
            <TitleList label="Titles to start with" titles={listed} ticked={ticked} />
          ) : (
            <p className="t2 fr-none">Choose a section above to see its titles.</p>
          )}
        </>
      )}
      {isSheetOpen && <TitleSheet pool={pool} ticked={ticked} onClose={() => setSheetOpen(false)} />}
    </>
  );
}
