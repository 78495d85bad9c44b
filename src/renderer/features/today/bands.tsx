/** The page's parts from top to bottom, each on its band. */
import type { ReactNode } from 'react';
import type { Edition } from '../../../contract/edition.ts';
import { classNames } from '../../lib/class-names.ts';
import { ForYouBand } from './for-you-band.tsx';
import { Lead } from './lead.tsx';
import { type Band, bandsOf, type PartName } from './page-parts.ts';
import { Picks, Seldom } from './picks.tsx';
import { Sections } from './sections.tsx';
import { TopStories } from './top-stories.tsx';

interface BandsProps {
  readonly edition: Edition;
  readonly layout: { readonly order: readonly PartName[]; readonly hidden: readonly PartName[] };
}

export function Bands({ edition, layout }: BandsProps) {
  return bandsOf(edition, layout).map((band, at) => (
    <BandView key={keyOf(band)} band={band} edition={edition} isFirst={at === 0} />
  ));
}

function keyOf(band: Band): string {
  return band.kind === 'single' ? band.part : band.kind === 'pair' ? band.parts.join() : band.names.join();
}

interface BandViewProps {
  readonly band: Band;
  readonly edition: Edition;
  /** The first band stands under the head's own rule. */
  readonly isFirst: boolean;
}

function BandView({ band, edition, isFirst }: BandViewProps) {
  const first = isFirst && 'first-band';
  if (band.kind === 'sections') return <Sections edition={edition} names={band.names} />;
  if (band.kind === 'pair') {
    const [main, side] = band.parts;
    return (
      <div className={classNames(main === 'lead' ? 'top' : 'pair', first)}>
        {partView(main, edition)}
        {partView(side, edition)}
      </div>
    );
  }
  return <div className={classNames('alone', `alone-${band.part}`, first)}>{partView(band.part, edition)}</div>;
}

function partView(part: PartName, edition: Edition): ReactNode {
  if (part === 'lead') return edition.lead && <Lead row={edition.lead} coverage={edition.leadCoverage} />;
  if (part === 'top') return <TopStories edition={edition} />;
  if (part === 'for-you') return <ForYouBand edition={edition} />;
  if (part === 'picks') return <Picks rows={edition.picks} />;
  return <Seldom rows={edition.seldom} />;
}
