/** What each feed was worth: how much it sent, how much of it was read, and what to do about it. */
import { useState } from 'react';
import type { ReportCard } from '../../../contract/edition.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useFeed } from '../../client/library.ts';
import { useAsk } from '../../client/use-ask.ts';
import { usePart } from '../../client/use-part.ts';
import { count, exactCount, share } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

const spans = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
] as const;

type Span = (typeof spans)[number]['value'];

/** As the advice says. */
const dailyCap = 3;

export function ReportCards() {
  const [span, setSpan] = useState<Span>('90');
  const { data, error, isPending, refetch } = useAsk(
    'feeds.reportCard',
    { days: Number(span) },
    { keepPrevious: true },
  );
  const isSlow = useSlow(isPending, span);
  return (
    <>
      <div className="fyp-head">
        <div className="grow">
          <h2>Report cards</h2>
          <p className="t2">What your feeds sent and what you made of it, the loudest first.</p>
        </div>
        <Segmented label="Time" value={span} choices={spans} onChange={setSpan} />
      </div>
      {isSlow && <SkeletonRows rows={6} />}
      {error && (
        <Empty
          icon="warn"
          title="The report cards could not be made"
          actions={<Button onPress={() => void refetch()}>Try again</Button>}
        >
          {error.failure.message}
        </Empty>
      )}
      {data?.length === 0 && (
        <Empty
          icon="rows"
          title="No feeds to report on"
          actions={<Button onPress={() => navigate({ screen: 'catalogue' })}>Catalogue</Button>}
        >
          Subscribe to some, and their cards appear here.
        </Empty>
      )}
      {data && data.length > 0 && <Cards cards={data} />}
    </>
  );
}

function Cards({ cards }: { readonly cards: readonly ReportCard[] }) {
  return (
    <div className="fyp-table">
      <table className="tbl report">
        <thead>
          <tr>
            <th scope="col">Feed</th>
            <th scope="col" className="r">
              A day
            </th>
            <th scope="col" className="r">
              Opened
            </th>
            <th scope="col" className="r hide-narrow">
              Finished
            </th>
            <th scope="col" className="r hide-tight">
              Copies
            </th>
            <th scope="col" className="r hide-tight">
              Edited
            </th>
            <th scope="col" className="r hide-narrow">
              Last
            </th>
            <th scope="col">Advice</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <Card key={card.feedId} card={card} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Card({ card }: { readonly card: ReportCard }) {
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link-button trunc fyp-label"
          onClick={() => navigate({ view: `feed:${card.feedId}` })}
        >
          {card.title}
        </button>
      </th>
      <td className="r">{card.perDay < 10 ? card.perDay.toFixed(1) : count(Math.round(card.perDay))}</td>
      <td className="r" title={`${exactCount(card.opened)} of ${exactCount(card.articles)}`}>
        {share(card.openedShare)}
      </td>
      <td className="r hide-narrow">{share(card.finishedShare)}</td>
      <td className="r hide-tight">{share(card.copiedShare)}</td>
      <td className="r hide-tight">{share(card.editedShare)}</td>
      <td className="r hide-narrow">{lastWords(card.daysSinceLast)}</td>
      <td className="advice">
        <span className="t2">{card.text}</span>
        <Remedy card={card} />
      </td>
    </tr>
  );
}

function Remedy({ card }: { readonly card: ReportCard }) {
  const feed = { id: card.feedId, title: card.title };
  const isFollowed = usePart('feeds.list', (feeds) => feeds.some(({ id }) => id === card.feedId)) ?? true;
  const cap = useFeed(card.feedId)?.settings.dailyCap ?? null;
  if (!isFollowed) return <p className="t3">No longer followed</p>;
  const mayLeave = card.advice === 'unsubscribe' || card.advice === 'gone-quiet';
  const mayCap = card.advice === 'unsubscribe' || card.advice === 'cap-at-3-a-day';
  if (!mayLeave && !mayCap) return null;
  return (
    <span className="fx">
      {mayCap && (cap === null || cap > dailyCap) && (
        <Button
          size="sm"
          onPress={({ target }) => {
            focusRow(target);
            void capFeed(card);
          }}
        >
          Cap at {dailyCap} a day
        </Button>
      )}
      {mayLeave && (
        <Button
          size="sm"
          aria-label={`Unsubscribe from ${card.title}`}
          onPress={({ target }) => {
            focusRow(target);
            void unsubscribe([feed]);
          }}
        >
          Unsubscribe
        </Button>
      )}
    </span>
  );
}

/** The button goes once it has done what it says. */
function focusRow(button: Element): void {
  button.closest('tr')?.querySelector('button')?.focus({ preventScroll: true });
}

async function capFeed({ feedId, title }: ReportCard): Promise<void> {
  const result = await client.call('feeds.configure', { ids: [feedId], settings: { dailyCap } });
  if (!result.ok) toastFailure(result.error.message);
  else toastDone(`${title} now brings ${dailyCap} unread a day`, result.value.operationId);
}

function lastWords(days: number | null): string {
  if (days === null) return 'never';
  if (days === 0) return 'today';
  return days === 1 ? '1 day' : `${exactCount(days)} days`;
}
