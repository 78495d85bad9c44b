/** Who wrote it, when, how long it takes, whether it was changed since, and who else has it. */
import type { ReactNode } from 'react';
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import { openStory } from '../../app/open-story.ts';
import { counted } from '../../lib/numbers.ts';
import { bylineDate, duration, timeAndDay } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Icon } from '../../ui/icon.tsx';

interface BylineProps {
  readonly article: ArticleSummary | Article;
  /** What changed since, opened and closed from here. */
  readonly changes: { readonly id: string; readonly isOpen: boolean; readonly toggle: () => void };
}

export function Byline({ article, changes }: BylineProps) {
  const now = useNow();
  const { author, publishedAt, sortAt, storyId, storyPublishers } = article;
  const editedAt = 'editedAt' in article ? article.editedAt : null;
  const parts: readonly Part[] = [
    { id: 'author', is: Boolean(author), shows: <b>{author}</b> },
    {
      id: 'date',
      is: true,
      shows: <Plain>{publishedAt === null ? `Found ${bylineDate(sortAt, now)}` : bylineDate(publishedAt, now)}</Plain>,
    },
    { id: 'length', is: lengthOf(article) !== '', shows: <Plain>{lengthOf(article)}</Plain> },
    {
      id: 'edited',
      is: editedAt !== null,
      shows: editedAt !== null && (
        <button
          type="button"
          className="edited-button"
          aria-expanded={changes.isOpen}
          aria-controls={changes.isOpen ? changes.id : undefined}
          onClick={changes.toggle}
        >
          <Icon name="pencil" size="s" />
          Edited {timeAndDay(editedAt, now)}
          <Icon name={changes.isOpen ? 'up' : 'down'} size="s" />
        </button>
      ),
    },
    {
      id: 'story',
      is: storyId !== null && storyPublishers > 1,
      shows: (
        <button type="button" className="link link-button" onClick={() => storyId !== null && openStory(storyId)}>
          {counted(storyPublishers, 'source covers', 'sources cover')} this
        </button>
      ),
    },
  ];
  return (
    <div className="by num">
      {parts
        .filter(({ is }) => is)
        .map(({ id, shows }) => (
          <span key={id} className="fx by-part">
            {shows}
          </span>
        ))}
    </div>
  );
}

interface Part {
  readonly id: string;
  readonly is: boolean;
  readonly shows: ReactNode;
}

/** Our own words, from left to right also over an article that runs the other way. */
function Plain({ children }: { readonly children: ReactNode }) {
  return <span dir="ltr">{children}</span>;
}

function lengthOf({ audioSeconds, wordCount, minutes }: ArticleSummary): string {
  if (audioSeconds !== null) return duration(audioSeconds);
  return wordCount > 0 ? `${Math.max(1, minutes)} min read` : '';
}
