/** One telling of the story: when, by whom, its headline, what only it says, and what a near-copy added. */
import type { CoverageRow, StoryBoard } from '../../../contract/stories.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { useBits } from '../../client/article-bits.ts';
import { classNames } from '../../lib/class-names.ts';
import { useNow } from '../../lib/use-now.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { notThisStory, splitOff } from './regroup.ts';
import { momentOf } from './words.ts';

interface CoverageEventProps {
  readonly row: CoverageRow;
  readonly board: StoryBoard;
  /** The first of its source, where rows are gathered by source. */
  readonly begins: boolean;
}

export function CoverageEvent({ row, board, begins }: CoverageEventProps) {
  const { article, at, isFirst, onlyHere, copyOf, added } = row;
  const { unread } = useBits(article);
  const now = useNow();
  return (
    <article className={classNames('ev', unread && 'un', begins && 'ev-begins')}>
      <span className="tm">{momentOf(at, now)}</span>
      <span className="rail" aria-hidden="true" />
      <div className="b news-card">
        <SourceLine article={article}>
          {isFirst && <span className="pill ok">First</span>}
          {copyOf !== null && <span className="pill mut">Near-copy</span>}
          <span className="grow" />
          <MenuButton label="This article" groups={eventMenu(row, board)}>
            <IconButton small icon="more" label={`About ${article.feedTitle}’s article`} className="why-more" />
          </MenuButton>
        </SourceLine>
        <NewsLink article={article} level={4} />
        {copyOf === null && article.summary && (
          <p lang={article.language ?? undefined} dir="auto">
            {article.summary}
          </p>
        )}
        {copyOf !== null && <Added sentences={added} language={article.language} />}
        {onlyHere.length > 0 && <OnlyHere words={onlyHere} language={article.language} />}
        {row.reason && (
          <p className="why">
            <Icon name="layers" />
            <span>Grouped: {row.reason.text}</span>
          </p>
        )}
      </div>
    </article>
  );
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

interface AddedProps {
  readonly sentences: readonly string[];
  readonly language: string | null;
}

function Added({ sentences, language }: AddedProps) {
  if (sentences.length === 0) return <p className="t3 added-none">Says nothing that the text above does not.</p>;
  return (
    <div className="added">
      <span className="t3">Added here</span>
      {sentences.map((sentence) => (
        <p key={sentence} lang={language ?? undefined} dir="auto">
          {sentence}
        </p>
      ))}
    </div>
  );
}

interface OnlyHereProps {
  readonly words: readonly string[];
  readonly language: string | null;
}

function OnlyHere({ words, language }: OnlyHereProps) {
  return (
    <div className="only">
      <span>Only here</span>
      {words.map((word) => (
        <span className="chip" key={word} lang={language ?? undefined}>
          {word}
        </span>
      ))}
    </div>
  );
}
