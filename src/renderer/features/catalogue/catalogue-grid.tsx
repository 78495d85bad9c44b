/** The titles found, section by section; arrow keys walk among them. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { bySection, type CatalogueFilter, sampleSection } from '../../lib/catalogue-filter.ts';
import { counted } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { moveAmongCards } from './card-keys.ts';
import { TitleCard } from './title-card.tsx';

interface CatalogueGridProps {
  readonly titles: readonly CatalogueTitle[];
  readonly filter: CatalogueFilter;
  readonly isLoading: boolean;
  readonly onClear: () => void;
}

export function CatalogueGrid({ titles, filter, isLoading, onClear }: CatalogueGridProps) {
  if (isLoading) return null;
  const sections = [...bySection(titles)];
  return (
    <div className="scroll" data-region-part="list" tabIndex={-1} onKeyDown={moveAmongCards}>
      <div className="vh" role="status">
        {counted(titles.length, 'title', 'titles')}
      </div>
      {sections.length === 0 ? (
        <NothingFound filter={filter} onClear={onClear} />
      ) : (
        <div className="cg">
          {sections.map(([section, inIt], at) => (
            <section key={section} aria-labelledby={`section-${at}`}>
              <h2 id={`section-${at}`}>{section}</h2>
              <p className="t2 num">
                {aboutSection(section, inIt.length)}
                {at === 0 && ' The catalogue ships with the app; browsing it sends nothing.'}
              </p>
              <div className="cat-grid">
                {inIt.map((title) => (
                  <TitleCard key={title.feedUrl} title={title} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}

function aboutSection(section: string, size: number): string {
  return section === sampleSection
    ? `${counted(size, 'invented title', 'invented titles')}, printed by Broadsheet itself: they work without a network.`
    : `${counted(size, 'title', 'titles')} with open feeds.`;
}

function NothingFound({ filter, onClear }: { readonly filter: CatalogueFilter; readonly onClear: () => void }) {
  const { words, ...others } = filter;
  const isNarrowed = Object.values(others).some((value) => value !== '');
  return (
    <Empty
      icon="search"
      title={words.trim() === '' ? 'No title fits all of this' : `No title matches “${words.trim()}”`}
      actions={<Button onPress={onClear}>Show all titles</Button>}
    >
      {isNarrowed
        ? 'A section, country or language is also chosen.'
        : 'If you know the address of the site, use Add feed.'}
    </Empty>
  );
}
