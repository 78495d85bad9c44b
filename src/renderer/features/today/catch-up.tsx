/** What is most worth reading in the minutes there are: the day's lead, and a few whole stories that fit. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { EditionRow } from '../../../contract/edition.ts';
import { NothingHere } from '../../app/network-truth.tsx';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { openArticle } from '../../app/open-story.ts';
import { PageWithArticle } from '../../app/page-with-article.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { queryClient } from '../../client/client.ts';
import { useCounts, useFeeds } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Deck } from './deck.tsx';
import { beginsWith } from './words.ts';
import './catch-up.css';

interface CatchUpProps {
  readonly article: ReactNode;
  /** The bar over it, with the choice of minutes in it. */
  readonly bar: (minutes: ReactNode) => ReactNode;
}

const budgets = [5, 10, 20, 40];
const roomOfDeck = 170;
const noRows: readonly EditionRow[] = [];

export function CatchUp({ article, bar }: CatchUpProps) {
  const usual = useSettings()?.readingBudgetMinutes ?? 20;
  // For this once: what is usual is set in Settings.
  const [chosen, setChosen] = useState<number | null>(null);
  const budget = chosen ?? usual;
  // The list does not change while it is read; opened again, it is made of what is unread then.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['edition.catchUp'] }), []);
  const { data, error, isPending, refetch } = useAsk('edition.catchUp', { minutes: budget }, { keepPrevious: true });
  const rows = data?.rows ?? noRows;
  const articles = useMemo(() => rows.map((row) => row.article), [rows]);
  const isSlow = useSlow(isPending);
  const hasNoFeeds = useFeeds().length === 0;
  return (
    <PageWithArticle back="Back to the list" article={article} articles={articles}>
      {bar(<Budget minutes={budget} usual={usual} onChange={setChosen} />)}
      <section className="scroll page-scroll" data-region-part="list" tabIndex={0} aria-label="Catch up">
        <div className="cup">
          {isSlow && <SkeletonRows rows={6} />}
          {error && (
            <Empty
              icon="warn"
              title="The list could not be made"
              actions={<Button onPress={() => void refetch()}>Try again</Button>}
            >
              {error.failure.message}
            </Empty>
          )}
          {data && rows.length === 0 && hasNoFeeds && <NothingHere place="today" />}
          {data && rows.length === 0 && !hasNoFeeds && (
            <Empty icon="check" title="You are up to date">
              Nothing unread fits into {counted(budget, 'minute', 'minutes')}.
            </Empty>
          )}
          {data && rows.length > 0 && <h2 className="cul">{whatItIs(rows.length, data.minutes)}</h2>}
          {rows.map((row) => (
            <CatchUpRow key={row.article.id} row={row} />
          ))}
          {rows.length > 0 && <Foot rows={rows} />}
        </div>
      </section>
    </PageWithArticle>
  );
}

/** 'Five stories, whole, in about 20 minutes. The day’s lead is first.' */
function whatItIs(stories: number, minutes: number): string {
  const about = counted(Math.max(1, Math.ceil(minutes)), 'minute', 'minutes');
  if (stories === 1) return `One story, whole, in about ${about}.`;
  return `${beginsWith(stories)} stories, whole, in about ${about}. The day’s lead is first.`;
}

interface BudgetProps {
  readonly minutes: number;
  readonly usual: number;
  readonly onChange: (minutes: number) => void;
}

function Budget({ minutes, usual, onChange }: BudgetProps) {
  const choices = [...new Set([...budgets, usual])].toSorted((one, other) => one - other);
  return (
    <Segmented
      label="Minutes to read"
      value={String(minutes)}
      choices={choices.map((value) => ({ value: String(value), label: `${value} min` }))}
      onChange={(value) => onChange(Number(value))}
    />
  );
}

function CatchUpRow({ row }: { readonly row: EditionRow }) {
  const { article, why } = row;
  return (
    <article className="news-card cu">
      <div className="words">
        <SourceLine article={article}>
          {why.kind === 'story' && <span className="t3 dot trunc">{why.text}</span>}
        </SourceLine>
        <NewsLink article={article} level={3} />
        <Deck article={article} room={roomOfDeck} />
      </div>
      <span className="cu-minutes num">{Math.max(1, article.minutes)} min</span>
      <NewsPicture url={article.pictureUrl} />
    </article>
  );
}

function Foot({ rows }: { readonly rows: readonly EditionRow[] }) {
  const unread = useCounts()?.all.unread ?? 0;
  const left = unread - rows.filter(({ article }) => article.unread).length;
  const [first] = rows;
  return (
    <footer className="cu-foot">
      {first && (
        <Button kind="primary" onPress={() => openArticle(first.article)}>
          Start reading
        </Button>
      )}
      {left > 0 && (
        <span className="t3 num">
          {left === 1 ? 'The other one stays where it is.' : `The other ${exactCount(left)} stay where they are.`}
        </span>
      )}
    </footer>
  );
}
