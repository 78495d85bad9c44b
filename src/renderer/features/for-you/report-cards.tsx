/** The feeds that cost more than they give: how much was sent, how much of it read, and what to do about it. */
import { useState } from 'react';
import type { ReportCard } from '../../../contract/edition.ts';
import { unsubscribe } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useFeed } from '../../client/library.ts';
import { useAsk } from '../../client/use-ask.ts';
import { usePart } from '../../client/use-part.ts';
import { count, share } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';

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
          <p className="t2">Feeds that cost you more than they give, the loudest first.</p>
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
      {data && <Cards cards={data} />}
    </>
  );
}

/** Only feeds that something is advised about; those that were acted on stay until the page is left. */
function Cards({ cards }: { readonly cards: readonly ReportCard[] }) {
  const advised = cards.filter(({ advice }) => advice !== 'keep' && advice !== 'too-early');
  if (cards.length === 0) {
    return (
      <Empty
        icon="rows"
        title="No feeds to report on"
        actions={<Button onPress={() => navigate({ screen: 'catalogue' })}>Catalogue</Button>}
      >
        Subscribe to some, and their cards appear here.
      </Empty>
    );
  }
  if (advised.length === 0) {
    return cards.every(({ advice }) => advice === 'too-early') ? (
      <Note kind="info" icon="clock" isQuiet>
        Too early to say. A feed gets its card when you have followed it for two weeks and it has sent enough to judge.
      </Note>
    ) : (
      <Empty icon="check" title="Nothing to advise">
        You make use of what you follow.
      </Empty>
    );
  }
  return (
    <ul className="cards" aria-label="Report cards">
      {advised.map((card) => (
        <Card key={card.feedId} card={card} />
      ))}
    </ul>
  );
}

function Card({ card }: { readonly card: ReportCard }) {
  const feed = useFeed(card.feedId);
  return (
    <li aria-label={card.title}>
      <SourceTile large name={card.title} host={feed?.host ?? ''} iconUrl={feed?.iconUrl ?? null} />
      <div className="grow">
        <button
          type="button"
          className="link-button card-name trunc"
          onClick={() => navigate({ view: `feed:${card.feedId}` })}
        >
          {card.title}
        </button>
        <p>{card.text}</p>
        <p className="t3">{factsOf(card, feed?.perWeek)}</p>
        <Remedy card={card} />
      </div>
    </li>
  );
}

/** As Subscriptions has it: how many a week. Shares only where they say something. */
function factsOf(card: ReportCard, perWeek: number | undefined): string {
  const parts = [
    perWeek === undefined ? null : `${perWeek < 1 ? 'less than 1' : count(Math.round(perWeek))} a week`,
    card.opened === 0 ? null : `${share(card.finishedShare)} of those opened were finished`,
    card.copiedShare < 0.1 ? null : `${share(card.copiedShare)} others had first`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
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
  button.closest('li')?.querySelector('button')?.focus({ preventScroll: true });
}

async function capFeed({ feedId, title }: ReportCard): Promise<void> {
  const result = await client.call('feeds.configure', { ids: [feedId], settings: { dailyCap } });
  if (!result.ok) toastFailure(result.error.message);
  else toastDone(`${title} now brings ${dailyCap} unread a day`, result.value.operationId);
}
