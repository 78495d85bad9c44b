/** One story, all its coverage: where reports differ, what each adds, who was first, and the reader's own word on it. */
import { useMemo, useRef } from 'react';
import type { Failure } from '../../../contract/errors.ts';
import type { StoryBoard } from '../../../contract/stories.ts';
import { goBack, type ScreenProps } from '../../app/navigation.ts';
import { PageWithArticle } from '../../app/page-with-article.tsx';
import { toggleSidebar } from '../../app/panes.ts';
import { useFocusNotLost } from '../../app/use-focus-not-lost.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted } from '../../lib/numbers.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ScreenBar } from '../../ui/screen-bar.tsx';
import { SkeletonArticle } from '../../ui/skeleton.tsx';
import { AboutStory } from './about-story.tsx';
import { Coverage } from './coverage.tsx';
import { StoryActions } from './story-actions.tsx';
import { StoryHead } from './story-head.tsx';
import { WhereTheyDiffer } from './where-they-differ.tsx';
import './story.css';
import './story-reports.css';
import './story-contrast.css';

export function Screen({ argument, article }: ScreenProps) {
  const id = Number(argument ?? Number.NaN);
  const isNumber = Number.isSafeInteger(id);
  const { data, error, isPending, refetch } = useAsk('stories.get', { id: isNumber ? id : 0 }, { enabled: isNumber });
  const isSlow = useSlow(isPending && isNumber, argument);
  const articles = useMemo(() => (data ? articlesOf(data) : []), [data]);
  const detail =
    data && `${counted(data.covering, 'source', 'sources')}, ${counted(data.rows.length, 'article', 'articles')}`;
  return (
    <PageWithArticle back="Back to the story" article={article} articles={articles}>
      <ScreenBar title="Story" detail={detail} onBack={goBack} onShowSidebar={toggleSidebar}>
        {data && <StoryActions board={data} />}
      </ScreenBar>
      {!data && (error || !isNumber) && <NoStory failure={error?.failure} onTryAgain={() => void refetch()} />}
      {isSlow && (
        <div className="stp">
          <SkeletonArticle />
        </div>
      )}
      {data && <Board key={data.id} board={data} />}
    </PageWithArticle>
  );
}

function articlesOf({ rows, earlier }: StoryBoard) {
  return [...rows.map((row) => row.article), ...earlier];
}

function Board({ board }: { readonly board: StoryBoard }) {
  const page = useRef<HTMLElement>(null);
  // What is taken out of the story goes, and with it what was pressed.
  useFocusNotLost(page, board);
  return (
    <section ref={page} className="scroll page-scroll" data-region-part="list" tabIndex={0} aria-label="Story">
      <div className="stp">
        <StoryHead board={board} />
        <div className="tl">
          <div>
            <WhereTheyDiffer board={board} />
            <Coverage board={board} />
          </div>
          <AboutStory board={board} />
        </div>
      </div>
    </section>
  );
}

interface NoStoryProps {
  /** undefined where the address itself names no story. */
  readonly failure: Failure | undefined;
  readonly onTryAgain: () => void;
}

function NoStory({ failure, onTryAgain }: NoStoryProps) {
  if (failure && failure.code !== 'not_found') {
    return (
      <Empty icon="warn" title="The story could not be read" actions={<Button onPress={onTryAgain}>Try again</Button>}>
        {failure.message}
      </Empty>
    );
  }
  return (
    <Empty icon="layers" title="This story is not there any more" actions={<Button onPress={goBack}>Back</Button>}>
      {failure?.message ?? 'It has no number that leads to it.'}
    </Empty>
  );
}
