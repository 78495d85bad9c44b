/** One report of the story: when, by whom, its headline, what it corrected and what it adds to those before it. */
import type { CoverageRow, StoryBoard } from '../../../contract/stories.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { FeedTile, SourceLine } from '../../app/source-line.tsx';
import { useBits } from '../../client/article-bits.ts';
import { classNames } from '../../lib/class-names.ts';
import { useNow } from '../../lib/use-now.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { notThisStory, splitOff } from './regroup.ts';
import { dayAndTime, momentOf } from './words.ts';

interface CoverageEventProps {
  readonly row: CoverageRow;
  readonly board: StoryBoard;
  /** The first of its source, where rows are gathered by source. */
  readonly begins: boolean;
  /** Reports that are word for word this one. */
  readonly copies: readonly CoverageRow[];
}

export function CoverageEvent({ row, board, begins, copies }: CoverageEventProps) {
  const { article, at, isFirst, newHere, onlyHere, correction } = row;
  const { unread } = useBits(article);
  const now = useNow();
  const language = article.language ?? undefined;
  return (
    <article className={classNames('ev', unread && 'un', begins && 'ev-begins')}>
      <span className="tm">{momentOf(at, now)}</span>
      <span className="rail" aria-hidden="true" />
      <div className="b news-card">
        <SourceLine article={article}>
          {isFirst && <span className="pill ok">First</span>}
          <span className="grow" />
          <MenuButton label="This report" note={whyNote(row)} groups={eventMenu(row, board)}>
            <IconButton small icon="more" label={`About ${article.feedTitle}’s article`} className="why-more" />
          </MenuButton>
        </SourceLine>
        <NewsLink article={article} level={4} />
        {correction && <Correction correction={correction} language={language} />}
        {newHere === null && onlyHere.length === 0 && <p className="same">Adds nothing to the earlier reports.</p>}
        {newHere !== null && (
          <p className="newin" lang={language} dir="auto">
            <span className="vh">New in this report: </span>
            {newHere}
          </p>
        )}
        {onlyHere.length > 0 && (
          <p className="onlyh">
            Only here: <span lang={language}>{onlyHere.join(', ')}</span>
          </p>
        )}
        {copies.length > 0 && <Copies copies={copies} board={board} />}
      </div>
    </article>
  );
}

function whyNote({ why }: CoverageRow): { readonly title: string; readonly text: string } | undefined {
  return why === null ? undefined : { title: 'Why is this here?', text: why };
}

function eventMenu({ article }: CoverageRow, board: StoryBoard): MenuGroups {
  if (board.rows.length < 2)
    return [[{ id: 'alone', label: 'The only article of its story', disabled: true, run: () => undefined }]];
  return [
    [
      { id: 'not-this', icon: 'x', label: 'Not this story', run: () => void notThisStory(article.id) },
      {
        id: 'split',
        icon: 'layers',
        label: 'Make it a story of its own',
        run: () => void splitOff(board.id, [article.id]),
      },
    ],
  ];
}

interface CorrectionProps {
  readonly correction: NonNullable<CoverageRow['correction']>;
  readonly language: string | undefined;
}

function Correction({ correction: { at, lead, before, after }, language }: CorrectionProps) {
  const now = useNow();
  return (
    <p className="corr">
      <Icon name="pencil" />
      <span>
        Corrected {dayAndTime(at, now)}:{' '}
        <span lang={language}>
          {lead} <del>{before}</del> <ins>{after}</ins>
        </span>
      </span>
    </p>
  );
}

interface CopiesProps {
  readonly copies: readonly CoverageRow[];
  readonly board: StoryBoard;
}

function Copies({ copies, board }: CopiesProps) {
  return (
    <div className="same copies">
      {copies.map((row, at) => (
        <span key={row.article.id} className="copy">
          {at > 0 && (at === copies.length - 1 ? 'and ' : '')}
          <FeedTile article={row.article} />
          {row.article.feedTitle}
          <MenuButton label="This report" note={whyNote(row)} groups={eventMenu(row, board)}>
            <IconButton small icon="more" label={`About ${row.article.feedTitle}’s article`} />
          </MenuButton>
        </span>
      ))}
      <span>{copies.length === 1 ? 'prints it word for word.' : 'print it word for word.'}</span>
    </div>
  );
}
