/** The titles offered, each with a box to tick. */
import type { CatalogueTitle } from '../../../contract/catalogue.ts';
import { count } from '../../lib/numbers.ts';
import { OneStop } from '../../ui/one-stop.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';
import { Tick } from '../../ui/tick.tsx';
import { tickTitle } from './choices.ts';

interface TitleListProps {
  readonly picked: readonly CatalogueTitle[];
  readonly ticked: readonly CatalogueTitle[];
}

export function TitleList({ picked, ticked }: TitleListProps) {
  return (
    <OneStop label="Titles to start with">
      <ul className="fr-titles">
        {picked.map((title) => (
          <li key={title.feedUrl}>
            <Tick
              aria-label={title.title}
              isSelected={ticked.includes(title)}
              onChange={(isTicked) => tickTitle(title.feedUrl, isTicked)}
            >
              <SourceTile large name={title.title} host={URL.parse(title.siteUrl)?.host ?? title.title} />
              <span className="grow trunc">
                <b dir="auto">{title.title}</b>
                <span className="t3 fr-about">{about(title)}</span>
              </span>
            </Tick>
          </li>
        ))}
      </ul>
    </OneStop>
  );
}

/** 'World, 214 a week', or where it is from while nobody has counted. */
function about({ section, perWeek, country, sample }: CatalogueTitle): string {
  if (perWeek !== null) return `${section}, ${count(perWeek)} a week`;
  if (sample) return `${section}, sample edition`;
  return country === null ? section : `${section}, ${country}`;
}
