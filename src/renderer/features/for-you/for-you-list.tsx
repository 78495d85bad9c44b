/** The list, each row with one sentence or none. */
import { useEffect, useRef } from 'react';
import type { ForYouRow } from '../../../contract/for-you.ts';
import { navigate } from '../../app/navigation.ts';
import { NothingHere } from '../../app/network-truth.tsx';
import { NewsLink } from '../../app/news-link.tsx';
import { NewsPicture } from '../../app/news-picture.tsx';
import { SourceLine } from '../../app/source-line.tsx';
import { useFocusNotLost } from '../../app/use-focus-not-lost.ts';
import { WhyLine } from '../../app/why-line.tsx';
import { useFeeds } from '../../client/library.ts';
import { useSettings } from '../../client/settings.ts';
import { useStore } from '../../lib/store.ts';
import { shortAge } from '../../lib/times.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Note } from '../../ui/note.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { forYouState, loadForYou } from './for-you-model.ts';

export function ForYouList() {
  const { list, failure, isLoading } = useStore(forYouState, (state) => state);
  const isSlow = useSlow(isLoading && list === null);
  const isOn = useSettings()?.forYou;
  const hasNoFeeds = useFeeds().length === 0;
  const page = useRef<HTMLDivElement>(null);
  // What is taught moves rows and takes some away, and with them what was pressed.
  useFocusNotLost(page, list);
  useEffect(() => {
    if (isOn !== undefined) void loadForYou();
  }, [isOn]);
  return (
    <div ref={page} tabIndex={-1}>
      {failure !== null && (
        <Note
          kind="err"
          title="The list could not be made."
          actions={
            <Button size="sm" onPress={() => void loadForYou()}>
              Try again
            </Button>
          }
        >
          {failure}
        </Note>
      )}
      {isSlow && <SkeletonRows rows={6} />}
      {list && !hasNoFeeds && <State list={list} />}
      {list && list.rows.length === 0 && hasNoFeeds && <NothingHere place="unread" />}
      {list && list.rows.length === 0 && !hasNoFeeds && (
        <Empty
          icon="check"
          title="Nothing unread to choose from"
          actions={<Button onPress={() => navigate({ view: 'all' })}>Show all articles</Button>}
        >
          What arrives next is chosen from again.
        </Empty>
      )}
      {list?.rows.map((row) => (
        <Row key={row.article.id} row={row} />
      ))}
      {list && list.rows.length > 0 && (
        <p className="fyp-end">That is all for now. Nothing is hidden by this anywhere else.</p>
      )}
    </div>
  );
}

type List = NonNullable<ReturnType<typeof forYouState.get>['list']>;

/** While it is off or learning it says so once, and nothing of each story. */
function State({ list }: { readonly list: List }) {
  if (list.state === 'learned') return null;
  return (
    <div className="fyp-note">
      <Note kind="info" icon="spark" isQuiet>
        {list.text}{' '}
        {list.state === 'learning' ? (
          'What it learns stays on this computer.'
        ) : (
          <button
            type="button"
            className="link link-button"
            onClick={() => navigate({ screen: 'for-you', view: 'for-you', argument: 'profile' })}
          >
            Learn from what I read
          </button>
        )}
      </Note>
    </div>
  );
}

function Row({ row }: { readonly row: ForYouRow }) {
  const { article } = row;
  const now = useNow();
  return (
    <article className="news-card fyr">
      <div className="grow">
        <SourceLine article={article}>
          <span className="t3 dot">{shortAge(article.sortAt, now)}</span>
        </SourceLine>
        <NewsLink article={article} level={2} />
        {article.summary && (
          <p className="sum" lang={article.language ?? undefined} dir="auto">
            {article.summary}
          </p>
        )}
        {row.why && <WhyLine article={article} why={row.why} onTaught={() => void loadForYou()} />}
      </div>
      <NewsPicture url={article.pictureUrl} />
    </article>
  );
}
