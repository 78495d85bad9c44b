/** What is most worth reading in the minutes there are: a list that fits, one article a story. */
import { type ReactNode, useEffect, useMemo } from 'react';
import type { EditionRow } from '../../../contract/edition.ts';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { PageWithArticle } from '../../app/page-with-article.tsx';
import { setSettings } from '../../app/set-settings.ts';
import { SourceLine } from '../../app/source-line.tsx';
import { queryClient } from '../../client/client.ts';
import { useSettings } from '../../client/settings.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { withoutGrouping } from './words.ts';

interface CatchUpProps {
  readonly article: ReactNode;
  /** The bar over it. */
  readonly children: ReactNode;
}

const budgets = [5, 10, 20, 40];
const noRows: readonly EditionRow[] = [];

export function CatchUp({ article, children }: CatchUpProps) {
  const budget = useSettings()?.readingBudgetMinutes ?? 20;
  // The list does not change while it is read; opened again, it is made of what is unread then.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['edition.catchUp'] }), []);
  const { data, error, isPending, refetch } = useAsk('edition.catchUp', { minutes: budget }, { keepPrevious: true });
  const rows = data?.rows ?? noRows;
  const articles = useMemo(() => rows.map((row) => row.article), [rows]);
  const isSlow = useSlow(isPending);
  return (
    <PageWithArticle back="Back to the list" article={article} articles={articles}>
      {children}
      <section className="scroll page-scroll" data-region-part="list" tabIndex={0} aria-label="Catch up">
        <div className="fp catch-up">
          <div className="mast">
            <h2>{data ? `Catch up in ${counted(Math.ceil(data.minutes), 'minute', 'minutes')}` : 'Catch up'}</h2>
            <Budget minutes={budget} />
          </div>
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
          {data && rows.length === 0 && (
            <Empty icon="check" title="You are up to date">
              Nothing unread fits into {counted(budget, 'minute', 'minutes')}.
            </Empty>
          )}
          {rows.map((row) => (
            <CatchUpRow key={row.article.id} row={row} />
          ))}
          {rows.length > 0 && (
            <footer className="end">
              <p>That is what fits: {counted(rows.length, 'article', 'articles')}, one for each story.</p>
            </footer>
          )}
        </div>
      </section>
    </PageWithArticle>
  );
}

function Budget({ minutes }: { readonly minutes: number }) {
  const choices = [...new Set([...budgets, minutes])].toSorted((one, other) => one - other);
  return (
    <Segmented
      label="Minutes to read"
      value={String(minutes)}
      choices={choices.map((value) => ({ value: String(value), label: `${value} min` }))}
      onChange={(value) => setSettings({ readingBudgetMinutes: Number(value) })}
    />
  );
}

function CatchUpRow({ row }: { readonly row: EditionRow }) {
  const { article, why } = row;
  const now = useNow();
  return (
    <article className="news-card pki catch-row">
      <NewsPicture url={article.pictureUrl} />
      <div className="grow">
        <NewsLink article={article} level={3} />
        <SourceLine article={article}>
          <span className="t3 dot">{shortAge(article.sortAt, now)}</span>
          <span className="t3 dot">{Math.max(1, article.minutes)} min</span>
        </SourceLine>
        <p className="why">
          <Icon name="spark" />
          <span>{withoutGrouping(why.text)}</span>
        </p>
      </div>
    </article>
  );
}
