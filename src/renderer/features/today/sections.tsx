/** The sections: a lead and headlines each, in columns that close on one line. A single one has the width of the page. */
import { type CSSProperties, useRef } from 'react';
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import { navigate } from '../../app/navigation.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { foldersNow } from '../../client/library.ts';
import { useShowsPictures } from '../../client/shows-pictures.ts';
import { classNames } from '../../lib/class-names.ts';
import { exactCount } from '../../lib/numbers.ts';
import { sectionClass } from '../../lib/section-class.ts';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Deck } from './deck.tsx';
import { FollowMark } from './follow-mark.tsx';
import { isDense, type PlacedSection } from './pack-sections.ts';
import { usePacking } from './use-packing.ts';

type Section = Edition['sections'][number];

/** About two and four lines of a column. */
const shortDeck = 100;
const longDeck = 180;

export function Sections({ edition, names }: { readonly edition: Edition; readonly names: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  const showPictures = useShowsPictures('showPictures');
  const sections = names.flatMap((name) => edition.sections.find((candidate) => candidate.name === name) ?? []);
  // Rows are told apart by what they say: bits of theirs change no height.
  const content = JSON.stringify([sections.map(({ rows }) => rows.map(({ article }) => article.id)), showPictures]);
  const packing = usePacking(box, content);
  const isAlone = sections.length === 1;
  return (
    <div
      ref={box}
      className={classNames('cols', isAlone && 'one', isDense(sections.length) && 'dense')}
      style={{ '--columns': packing?.columns ?? 1 } as CSSProperties}
    >
      {sections.map((section, at) => (
        <SectionView
          key={section.name}
          section={section}
          room={isDense(sections.length) ? shortDeck : longDeck}
          place={isAlone ? undefined : packing?.placed[at]}
          isFirst={at > 0 && packing?.placed[at]?.column !== packing?.placed[at - 1]?.column}
        />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly section: Section;
  /** For the lead's deck, in characters. */
  readonly room: number;
  /** undefined: it has the page's width, or was not measured yet. */
  readonly place: PlacedSection | undefined;
  /** The first of a column. */
  readonly isFirst: boolean;
}

function SectionView({ section, room, place, isFirst }: SectionProps) {
  const [first, ...others] = section.rows;
  const id = `section-${section.name}`;
  const height = place?.pictureHeight ?? null;
  return (
    <section
      className={classNames('sct', place?.form ?? 'wide', isFirst && 'is-first', height !== null && 'is-grown')}
      style={height === null ? undefined : ({ '--picture': `${height}px` } as CSSProperties)}
      aria-labelledby={id}
    >
      <div className="sech">
        <h2 id={id}>
          <button
            type="button"
            className={`link-button section-link ${sectionClass(section.name)}`}
            onClick={() => openSection(section.name)}
          >
            {section.name}
          </button>
        </h2>
        <span className="num t3">{exactCount(section.total)} new</span>
      </div>
      <div className="in">
        {first && <SectionLead row={first} room={room} />}
        {others.length > 0 && (
          <div className="hls">
            {others.map((row, at) => (
              <HeadlineRow key={row.article.id} row={row} isHidden={place !== undefined && at >= place.headlines} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** The folder of that name when there is one: what a reader filed is nearer than what an article says of itself. */
function openSection(name: string): void {
  const folder = foldersNow().find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (folder) navigate({ view: `folder:${folder.id}` });
  else if (name === 'More') navigate({ view: 'unread' });
  else navigate({ screen: 'search', argument: `section:"${name}"` });
}

function SectionLead({ row, room }: { readonly row: EditionRow; readonly room: number }) {
  const { article } = row;
  const now = useNow();
  return (
    <article className="news-card sl">
      <NewsPicture url={article.pictureUrl} />
      <div className="words">
        <NewsLink article={article} />
        <Deck article={article} room={room} />
        <SourceLine article={article}>
          <span className="t3 dot">{shortAge(article.sortAt, now)}</span>
          <FollowMark row={row} />
        </SourceLine>
      </div>
    </article>
  );
}

interface HeadlineRowProps {
  readonly row: EditionRow;
  readonly note?: string;
  readonly isHidden?: boolean;
}

export function HeadlineRow({ row, note, isHidden = false }: HeadlineRowProps) {
  const now = useNow();
  return (
    <article className="news-card hline" hidden={isHidden}>
      <NewsLink article={row.article} />
      <SourceLine article={row.article}>
        <span className="t3 dot">{note ?? shortAge(row.article.sortAt, now)}</span>
        <FollowMark row={row} />
      </SourceLine>
    </article>
  );
}
