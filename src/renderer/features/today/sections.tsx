/** The sections: a lead and headlines each; with fewer than three new stories, headlines only. */
import type { Edition, EditionRow } from '../../../contract/edition.ts';
import { navigate } from '../../app/navigation.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { foldersNow } from '../../client/library.ts';
import { exactCount } from '../../lib/numbers.ts';
import { sectionClass } from '../../lib/section-class.ts';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { FollowMark } from './follow-mark.tsx';

type Section = Edition['sections'][number];

export function Sections({ edition, names }: { readonly edition: Edition; readonly names: readonly string[] }) {
  return names.map((name) => {
    const section = edition.sections.find((candidate) => candidate.name === name);
    return section && <SectionView key={name} section={section} />;
  });
}

function SectionView({ section }: { readonly section: Section }) {
  const [first, ...others] = section.rows;
  const headlines = section.form === 'headlines' ? section.rows : others;
  const id = `section-${section.name}`;
  return (
    <section className="sec" aria-labelledby={id}>
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
      {section.form === 'full' && first && <SectionLead row={first} />}
      {headlines.map((row) => (
        <HeadlineRow key={row.article.id} row={row} />
      ))}
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

function SectionLead({ row }: { readonly row: EditionRow }) {
  const { article } = row;
  const now = useNow();
  return (
    <article className="news-card secl">
      <NewsPicture url={article.pictureUrl} />
      <NewsLink article={article} />
      {article.summary && (
        <p lang={article.language ?? undefined} dir="auto">
          {article.summary}
        </p>
      )}
      <SourceLine article={article}>
        <span className="t3 dot">{shortAge(article.sortAt, now)}</span>
        <FollowMark row={row} />
      </SourceLine>
    </article>
  );
}

export function HeadlineRow({ row, note }: { readonly row: EditionRow; readonly note?: string }) {
  const now = useNow();
  return (
    <article className="news-card hl">
      <NewsLink article={row.article} />
      <SourceLine article={row.article}>
        <span className="t3 dot">{note ?? shortAge(row.article.sortAt, now)}</span>
        <FollowMark row={row} />
      </SourceLine>
    </article>
  );
}
