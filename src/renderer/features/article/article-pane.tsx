/** The right pane: the open article, or a quiet page when none is. */
import { type RefObject, useEffect, useRef } from 'react';
import type { ArticleId } from '../../../contract/ids.ts';
import { runCommand } from '../../app/commands.ts';
import { knownArticle } from '../../app/current-article.ts';
import { usePlace } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ArticleBar, BareBar } from './article-bar.tsx';
import { ArticlePage } from './article-page.tsx';
import { useArticle, useOffered } from './use-article.ts';
import { useReading } from './use-reading.ts';
import './article-pane.css';

export function ArticlePane() {
  const id = usePlace((place) => place.articleId);
  useOffered();
  return (
    <section className="read" aria-label="Article" data-region-part="article" tabIndex={-1}>
      {id === null ? <NothingOpen /> : <OpenArticle id={id} />}
    </section>
  );
}

function NothingOpen() {
  return (
    <>
      <BareBar />
      <Empty
        icon="today"
        title="Nothing is open"
        actions={<Button onPress={() => void runCommand('article.nextUnread')}>Read the next unread</Button>}
      >
        Choose an article from the list. J and K step through it, and the space bar pages on.
      </Empty>
    </>
  );
}

function OpenArticle({ id }: { readonly id: ArticleId }) {
  const { article, failure } = useArticle(id);
  const scroller = useRef<HTMLDivElement>(null);
  const summary = article ?? knownArticle(id);
  useReading(id, article !== undefined, scroller);
  useEffect(() => {
    if (id) scroller.current?.scrollTo({ top: 0 });
  }, [id]);
  return (
    <>
      {summary ? <ArticleBar summary={summary} article={article} /> : <BareBar />}
      <ReadLine scroller={scroller} id={id} />
      <div className="scroll story-scroll" ref={scroller} tabIndex={0} role="group" aria-label="Text" data-region-focus>
        {summary && <ArticlePage summary={summary} article={article} />}
        {failure !== null && !summary && <ArticleFailed message={failure} />}
      </div>
    </>
  );
}

function ArticleFailed({ message }: { readonly message: string }) {
  return (
    <Empty icon="warn" title="The article could not be opened">
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
