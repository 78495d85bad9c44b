/** The titles offered, each with a box to tick. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { rateWords } from '../../lib/rate-words.ts';
import { OneStop } from '../../ui/one-stop.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { Tick } from '../../ui/tick.tsx';
import { tickTitle } from './choices.ts';

interface TitleListProps {
  /** What the group is called. */
  readonly label: string;
  readonly titles: readonly CatalogueTitle[];
  readonly ticked: readonly CatalogueTitle[];
  /** They stand under the name of their section, and say their country in its place. */
  readonly isOneSection?: boolean;
}

export function TitleList({ label, titles, ticked, isOneSection = false }: TitleListProps) {
  return (
    <OneStop label={label}>
      <ul className="fr-titles">
        {titles.map((title) => (
          <li key={title.feedUrl}>
            <Tick
              aria-label={title.title}
              isSelected={ticked.includes(title)}
              onChange={(isTicked) => tickTitle(title.feedUrl, isTicked)}
            >
              <SourceTile large name={title.title} host={URL.parse(title.siteUrl)?.host ?? title.title} />
              <span className="grow trunc">
                <b dir="auto">{title.title}</b>
                <span className="t3 fr-about">{about(title, isOneSection ? title.country : title.section)}</span>
              </span>
            </Tick>
          </li>
        ))}
      </ul>
    </OneStop>
  );
}

/** 'World, about 30 a day', or where it is from while nobody knows how often it writes. */
function about({ perWeek, country, section, sample }: CatalogueTitle, place: string | null): string {
  if (perWeek !== null) return `${place ?? section}, about ${rateWords(perWeek)}`;
  if (sample) return `${section}, sample edition`;
  return country === null ? section : `${section}, ${country}`;
}
