/** How a feed is doing: a word, the trouble in a sentence, and the one remedy for it. */
import { useMemo } from 'react';
import type { FeedSummary } from '../../../contract/feeds.ts';
import { applyRemedy } from '../../app/apply-remedy.ts';
import { causeOf, remedyLabels } from '../../app/feed-causes.ts';
import { useAsk } from '../../client/use-ask.ts';
import { Icon } from '../../ui/icon.tsx';
import { slowWords, statusOf } from './status-words.ts';
import { sinceWords, type Trouble, troubleOf } from './trouble-of.ts';

/** The same as in the details, so that opening them asks nothing again. */
export const diaryLines = 30;

/** The cause of a feed's trouble; undefined while it is not known, and where there is none. */
export function useTrouble({ id, trouble }: Pick<FeedSummary, 'id' | 'trouble'>): Trouble | undefined {
  const isTroubled = trouble !== null;
  const lines = useAsk('feeds.diary', { id, limit: diaryLines }, { enabled: isTroubled, keepPrevious: true }).data;
  return useMemo(() => (isTroubled && lines ? troubleOf(lines) : undefined), [isTroubled, lines]);
}

export function StatusPill({ feed, code }: { readonly feed: FeedSummary; readonly code: string | null | undefined }) {
  const { kind, label, icon } = statusOf(feed, code);
  return (
    <span className={`pill ${kind}`}>
      <Icon name={icon} />
      {label}
    </span>
  );
}

export function FeedStatus({ feed, now }: { readonly feed: FeedSummary; readonly now: number }) {
  const trouble = useTrouble(feed);
  if (feed.trouble === null || feed.health === 'paused') {
    const slowMs = feed.health === 'paused' ? null : feed.slowMs;
    return (
      <div className="fx status">
        <StatusPill feed={feed} code={trouble?.code} />
        {slowMs !== null && <span className="t2 trunc why2 hide-narrow">{slowWords(slowMs)}</span>}
      </div>
    );
  }
  const { remedy } = causeOf(trouble?.code);
  return (
    <div className="fx status">
      <StatusPill feed={feed} code={trouble?.code} />
      {/* The whole sentence stands in the details. */}
      <span className="t2 trunc why2 hide-narrow" title={feed.trouble}>
        {trouble && `${sinceWords(trouble.since, now)}.`}
      </span>
      <button type="button" className="link link-button hide-narrow" onClick={() => applyRemedy(remedy, feed)}>
        {remedyLabels[remedy]}
      </button>
    </div>
  );
}
