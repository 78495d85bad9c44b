/** A feed that could not be fetched, said in its own list: instead of an empty one, or above what it has. */
import type { FeedSummary } from '../../../contract/feeds.ts';
import { applyRemedy } from '../../app/apply-remedy.ts';
import { refresh } from '../../app/feed-actions.ts';
import { remedyLabels } from '../../app/feed-causes.ts';
import { type FeedTruth, feedTruth } from '../../app/feed-truth.ts';
import { navigate } from '../../app/navigation.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';

export function useFeedTruth(feed: FeedSummary | undefined): FeedTruth | null {
  const now = useNow();
  return feed ? feedTruth(feed, now) : null;
}

interface FeedTroubleProps {
  readonly feed: FeedSummary;
  readonly truth: FeedTruth;
  /** Nothing else is in the list. */
  readonly isAlone?: boolean;
}

export function FeedTrouble({ feed, truth, isAlone = false }: FeedTroubleProps) {
  const { title, text, remedy } = truth;
  const again = () => refresh({ feedIds: [feed.id], force: true });
  const actions = (
    <>
      <Button
        {...(!isAlone && { size: 'sm' as const })}
        onPress={() => (remedy === 'try' ? again() : applyRemedy(remedy, feed))}
      >
        {remedyLabels[remedy]}
      </Button>
      {remedy !== 'try' && (
        <Button kind="ghost" {...(!isAlone && { size: 'sm' as const })} onPress={again}>
          Try now
        </Button>
      )}
      <Button
        kind="ghost"
        {...(!isAlone && { size: 'sm' as const })}
        onPress={() => navigate({ screen: 'subscriptions', argument: String(feed.id) })}
      >
        Details
      </Button>
    </>
  );
  if (isAlone) {
    return (
      <Empty icon="warn" tone="bad" title={title} actions={actions}>
        {text}
      </Empty>
    );
  }
  return (
    <Note kind={feed.health === 'error' ? 'err' : 'warn'} isQuiet icon="warn" title={`${title}.`} actions={actions}>
      {text}
    </Note>
  );
}
