/** The open article: its bar and its page. Loaded when one is first opened; a start shows the list without it. */
import { type RefObject, useEffect, useRef } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import { knownArticle } from '../../app/current-article.ts';
import { regionElement } from '../../app/regions.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ArticleBar } from './article-bar.tsx';
import { ArticlePage } from './article-page.tsx';
import { BareBar } from './bare-bar.tsx';
import { useArticle } from './use-article.ts';
import { useFullText } from './use-full-text.ts';
import { useReading } from './use-reading.ts';
import { useReadingPlace } from './use-reading-place.ts';

export function OpenArticle({ id }: { readonly id: ArticleId }) {
  const { article, failure, askAgain } = useArticle(id);
  const scroller = useRef<HTMLDivElement>(null);
  const summary = article ?? knownArticle(id);
  useEffect(() => {
    // Whoever went into the pane before its text was there means the text.
    if (document.activeElement === regionElement('article')) scroller.current?.focus({ preventScroll: true });
  }, []);
  useReading(id, article !== undefined, scroller);
  useFullText(article);
  useReadingPlace(id, article, scroller);
  return (
    <>
      {summary ? <ArticleBar summary={summary} article={article} /> : <BareBar />}
      <ReadLine scroller={scroller} id={id} />
      <div className="scroll story-scroll" ref={scroller} tabIndex={0} role="group" aria-label="Text" data-region-focus>
        {summary && <ArticlePage summary={summary} article={article} isComing={failure === null} />}
        {failure !== null && <ArticleFailed message={failure} onTryAgain={askAgain} />}
      </div>
    </>
  );
}

function ArticleFailed({ message, onTryAgain }: { readonly message: string; readonly onTryAgain: () => void }) {
  return (
    <Empty
      icon="warn"
      title="The article could not be opened"
      actions={<Button onPress={onTryAgain}>Try again</Button>}
    >
      {message}
    </Empty>
  );
}

interface ReadLineProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly id: ArticleId;
}

/** How far the article is read, as a line under its bar. Moved by a transform: no component draws again. */
function ReadLine({ scroller, id }: ReadLineProps) {
  const line = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element || !id) return;
    const move = () => {
      const far = element.scrollHeight - element.clientHeight;
      const share = far > 0 ? Math.min(1, element.scrollTop / far) : 0;
      line.current?.style.setProperty('transform', `scaleX(${share})`);
    };
    move();
    element.addEventListener('scroll', move, { passive: true });
    return () => element.removeEventListener('scroll', move);
  }, [scroller, id]);
  return (
    <div className="readline" aria-hidden="true">
      <i ref={line} />
    </div>
  );
}
