/** The head of the page: the date, what the edition rests on, and a way to catch up when much has come. */
import { useState } from 'react';
import type { Edition } from '../../../contract/edition.ts';
import { navigate } from '../../app/navigation.ts';
import { useFeedCount } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { clockTime } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { BankruptcyDialog } from './bankruptcy-dialog.tsx';
import { beginsWith, dateLine, readingTime } from './words.ts';

/** Fewer new articles than this need no help. */
const worthABar = 10;

export function Masthead({ edition }: { readonly edition: Edition | null }) {
  const now = useNow();
  const feeds = useFeedCount();
  return (
    <>
      <div className="mast">
        <h1>{dateLine(now)}</h1>
        {edition && (
          <div className="ed hide-narrow num">
            <b>{editionName(edition)}</b>
            {exactCount(edition.sums.unread)} unread from {counted(feeds, 'source', 'sources')}, kept on this computer
          </div>
        )}
      </div>
      {edition && edition.sums.sinceVisit >= worthABar && <CatchUpBar edition={edition} />}
    </>
  );
}

function editionName({ range, madeAt, lastVisitAt }: Edition): string {
  if (lastVisitAt === null) return 'Your first edition';
  if (range === 'morning') return 'Morning edition';
  if (range === 'since-visit') return 'Since your last visit';
  return `Edition of ${clockTime(madeAt)}`;
}

function CatchUpBar({ edition }: { readonly edition: Edition }) {
  const [isAsking, setAsking] = useState(false);
  const minutes = useSettings()?.readingBudgetMinutes;
  const { sinceVisit, moved, toldAgain, unread, debtHours } = edition.sums;
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
          Catch up in {counted(minutes, 'minute', 'minutes')}
        </Button>
      )}
      {unread > 0 && (
        <Button size="sm" kind="ghost" onPress={() => setAsking(true)}>
          Mark all read
        </Button>
      )}
      {isAsking && <BankruptcyDialog edition={edition} onClose={() => setAsking(false)} />}
    </div>
  );
}
