/** What stands at the end of a feed's text that is not the whole article: what it is, and the way to the rest. */
import type { Article } from '../../../contract/articles.ts';
import { openOriginal } from '../../app/article-actions.ts';
import { keysFor } from '../../app/commands.ts';
import { useStore } from '../../lib/store.ts';
import { Keys } from '../../ui/keys.tsx';
import { showFullText, sourceOf, textSource } from './text-source.ts';
import { isWall } from './wall-words.ts';

export function FeedLine({ article }: { readonly article: Article }) {
  const { state } = sourceOf(
    useStore(textSource, (value) => value),
    article.id,
  );
  const isWhole = !article.isSummary || article.textFrom === 'page' || article.url === null;
  // The note of a failure or a wall says it all.
  if (isWhole || state === 'failed' || isWall(article.fullTextTroubleCode)) return null;
  if (state === 'fetching' || state === 'ahead') {
    return (
      <p className="feed-line" role="status">
        This is what the feed sent. The whole article is on its way…
      </p>
    );
  }
  const hasFailed = article.fullTextState === 'failed';
  return (
    <p className="feed-line">
      This is what the feed sent. {hasFailed && article.fullTextTrouble}{' '}
      <button type="button" className="link link-button" onClick={() => void showFullText(article)}>
        {hasFailed ? 'Try again' : 'Read the whole article'}
      </button>
      <Keys keys={keysFor('article.fullText') ?? ''} />
      {hasFailed && (
        <button type="button" className="link link-button" onClick={() => openOriginal(article)}>
          Open original
        </button>
      )}
    </p>
  );
}
