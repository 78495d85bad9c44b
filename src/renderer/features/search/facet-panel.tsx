/** Counts of the hits by what is known of them. A tick narrows the query to the value. */
import { useState } from 'react';
import { SmallPart } from '../../app/small-part.tsx';
import { useFeed } from '../../client/library.ts';
import { exactCount } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { SourceTile } from '../../ui/source-tile.tsx';
import { Tick } from '../../ui/tick.tsx';
import { facetWords } from './facet-words.ts';
import type { QueryEdits } from './filter-chips.tsx';
import type { Beside, Facet, FacetValue } from './use-facets.ts';

interface FacetPanelProps extends Pick<QueryEdits, 'edit'> {
  readonly beside: Beside;
  /** Begins an operator in the field, for values that are not listed. */
  readonly onType: (operator: string) => void;
}

const headings = { source: 'Source', section: 'Section', author: 'Author', is: 'State', lang: 'Language' } as const;
const many = { source: 'sources', section: 'sections', author: 'authors', is: 'states', lang: 'languages' } as const;
const fewest = 5;

export function FacetPanel(props: FacetPanelProps) {
  return (
    <SmallPart name="The counts by source and section" from={props.beside.facets}>
      <Facets {...props} />
    </SmallPart>
  );
}

function Facets({ beside, edit, onType }: FacetPanelProps) {
  const { facets, failure } = beside;
  if (failure !== null) return <p className="t3 facet-note">The counts could not be made. {failure}</p>;
  if (!facets) return null;
  const since = facets.countedSince;
  return (
    <>
      {facets.facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <FacetGroup key={facet.name} facet={facet} edit={edit} onType={onType} />
        ))}
      {!facets.isExact && (
        <p className="t3 facet-note">
          {since === null
            ? 'These are minimum counts: not all hits were counted.'
            : `These are minimum counts: only hits since ${fullDate(since)} were counted.`}
        </p>
      )}
    </>
  );
}

interface FacetGroupProps extends Omit<FacetPanelProps, 'beside'> {
  readonly facet: Facet;
}

function FacetGroup({ facet, edit, onType }: FacetGroupProps) {
  const { name, values, hasMore, isExact } = facet;
  const [isWhole, setWhole] = useState(false);
  // What is on is never hidden: it could not be taken away again.
  const shown = values.filter(({ isOn }, position) => isWhole || position < fewest || isOn);
  const hidden = values.filter(({ isOn }, position) => position >= fewest && !isOn).length;
  return (
    <section aria-label={headings[name]}>
      <h2>{headings[name]}</h2>
      <ul>
        {shown.map((value) => (
          <FacetRow key={value.value} name={name} value={value} isExact={isExact} edit={edit} />
        ))}
        {hidden > 0 && (
          <li>
            <button
              type="button"
              className="link link-button"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? `Fewer ${many[name]}` : `${exactCount(hidden)} more ${many[name]}`}
            </button>
          </li>
        )}
        {(isWhole || hidden === 0) && hasMore && (
          <li>
            <button type="button" className="link link-button" onClick={() => onType(name)}>
              Find others by name
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

interface FacetRowProps extends Pick<QueryEdits, 'edit'> {
  readonly name: Facet['name'];
  readonly value: FacetValue;
  readonly isExact: boolean;
}

function FacetRow({ name, value, isExact, edit }: FacetRowProps) {
  const feed = useFeed(value.feedId);
  return (
    <li>
      <Tick isSelected={value.isOn} onChange={(isOn) => edit(name, value.value, isOn)}>
        {value.feedId !== undefined && (
          <SourceTile name={value.label} host={feed?.host ?? ''} iconUrl={feed?.iconUrl} />
        )}
        <span className="trunc">{facetWords(name, value)}</span>
        <span className="n">
          {exactCount(value.count)}
          {isExact ? '' : '+'}
        </span>
      </Tick>
    </li>
  );
}
