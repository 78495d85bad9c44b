/** The head of the page: the date, what the edition rests on, and a way to catch up when much has come. */
import type { Edition } from '../../../contract/edition.ts';
import { keysFor } from '../../app/commands.ts';
import { navigate } from '../../app/navigation.ts';
import { useSettings } from '../../client/settings.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { clockTime } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { keyWords } from '../../ui/keys.tsx';
import { isBare } from './edition-model.ts';
import { markAllRead } from './mark-all-read.ts';
import { SinceVisitBar } from './since-visit-bar.tsx';
import { beginsWith, dateLine, readingTime } from './words.ts';

/** Fewer new articles than this need no help. */
const worthABar = 10;

export function Masthead({ edition }: { readonly edition: Edition | null }) {
  const now = useNow();
  return (
    <>
      <div className="mast">
        <h1>{dateLine(now)}</h1>
        {edition && (
          <div className="ed num">
            <b>{editionName(edition)}</b>
            {unreadWords(edition)}
          </div>
        )}
      </div>
      {edition && isSinceVisitBare(edition) && !isBare(edition) && (
        <SinceVisitBar since={edition.lastVisitAt ?? edition.madeAt} />
      )}
      {edition && !isSinceVisitBare(edition) && edition.sums.sinceVisit >= worthABar && (
        <CatchUpBar edition={edition} />
      )}
    </>
  );
}

/** Nothing of what came since: what the page shows was there before. */
function isSinceVisitBare({ range, lead, lastVisitAt }: Edition): boolean {
  return range === 'since-visit' && lead === null && lastVisitAt !== null;
}

function editionName({ range, madeAt, lastVisitAt }: Edition): string {
  if (lastVisitAt === null) return 'Your first edition';
  if (range === 'morning') return 'Morning edition';
  if (range === 'since-visit') return 'Since your last visit';
  return `Edition of ${clockTime(madeAt)}`;
}

/** Sources are counted as the stories count them: publishers that your feeds brought something of lately. */
function unreadWords({ sums, activePublishers }: Edition): string {
  const unread = `${exactCount(sums.unread)} unread`;
  return activePublishers === 0 ? unread : `${unread} from ${counted(activePublishers, 'source', 'sources')}`;
}

function CatchUpBar({ edition }: { readonly edition: Edition }) {
  const minutes = useSettings()?.readingBudgetMinutes;
  const { sinceVisit, moved, toldAgain, unread, debtHours } = edition.sums;
  const keys = keysFor('today.catchUp');
  const rest = [
    moved > 0 ? `${beginsWith(moved)} ${moved === 1 ? 'story you follow has' : 'stories you follow have'} moved` : '',
    toldAgain > 0 ? `${exactCount(toldAgain)} ${toldAgain === 1 ? 'is' : 'are'} the same story told again` : '',
  ].filter(Boolean);
  return (
    <div className="catch" role="status">
      <span className="num catch-words">
        <b>
          {edition.lastVisitAt === null
            ? `${exactCount(sinceVisit)} articles in your first edition.`
            : `${exactCount(sinceVisit)} new since your last visit.`}
        </b>{' '}
        <span className="x hide-narrow">
          {rest.length > 0 && `${rest.join('; ')}. `}
          {unread > 0 && `All unread: ${readingTime(debtHours)}.`}
        </span>
      </span>
      <span className="grow" />
      {minutes !== undefined && (
        <Button size="sm" onPress={() => navigate({ screen: 'today', argument: 'catch-up' })}>
          Catch up in {counted(minutes, 'minute', 'minutes')} {keys && <kbd>{keyWords(keys).join(' ')}</kbd>}
        </Button>
      )}
      {unread > 0 && (
        <Button size="sm" kind="ghost" onPress={() => void markAllRead()}>
          Mark all read
        </Button>
      )}
    </div>
  );
}
