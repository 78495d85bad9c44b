/** How the whole text is doing, where that is worth a word: being fetched, or not to be had. */
import type { Article } from '../../../contract/articles.ts';
import { openOriginal } from '../../app/article-actions.ts';
import { useStore } from '../../lib/store.ts';
import { useSlow } from '../../lib/use-slow.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { showFullText, sourceOf, textSource } from './text-source.ts';

export function FullTextNote({ article }: { readonly article: Article }) {
  const { state, trouble } = sourceOf(
    useStore(textSource, (value) => value),
    article.id,
  );
  const isSlow = useSlow(state === 'fetching', article.id);
  if (isSlow) return <Note kind="info" title="Fetching the whole article…" />;
  const reason = state === 'failed' ? trouble : article.textFrom === 'feed' ? article.fullTextTrouble : null;
  if (reason === null || state === 'fetching') return null;
  return (
    <div className="story-note">
      <Note
        kind="warn"
        title="The whole article could not be fetched."
        actions={
          <>
            <Button size="sm" onPress={() => openOriginal(article)}>
              Open original
            </Button>
            <Button size="sm" kind="ghost" onPress={() => void showFullText({ id: article.id, hasFullText: false })}>
              Try again
            </Button>
          </>
        }
      >
        {reason} Here is what the feed sent.
      </Note>
    </div>
  );
}
