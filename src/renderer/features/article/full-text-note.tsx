/** Why the whole text is not to be had, where that is worth a word: the reader asked for it, or its page is behind a wall. */
import type { Article } from '../../../contract/articles.ts';
import { openOriginal } from '../../app/article-actions.ts';
import { toastDone, toastFailure } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useStore } from '../../lib/store.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { showFullText, sourceOf, textSource } from './text-source.ts';
import { isWall, wallWords } from './wall-words.ts';

export function FullTextNote({ article }: { readonly article: Article }) {
  const { state, trouble } = sourceOf(
    useStore(textSource, (value) => value),
    article.id,
  );
  const { fullTextTroubleCode: code } = article;
  if (state === 'fetching' || state === 'ahead' || article.textFrom === 'page') return null;
  if (isWall(code)) return <WallNote article={article} words={wallWords(code)} />;
  // A text that is whole without its page says nothing of a page that nobody asked for.
  const reason = state === 'failed' ? trouble : article.isSummary ? null : article.fullTextTrouble;
  if (reason === null) return null;
  return (
    <div className="story-note">
      <Note
        kind="warn"
        title="The whole article could not be fetched."
        actions={
          <>
            <OriginalButton article={article} />
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

function WallNote({ article, words }: { readonly article: Article; readonly words: string }) {
  return (
    <div className="story-note">
      <Note
        kind="warn"
        icon="lock"
        title={words}
        actions={
          <>
            <OriginalButton article={article} />
            <Button size="sm" kind="ghost" onPress={() => void showFullText({ id: article.id, hasFullText: false })}>
              Try again
            </Button>
            <Button size="sm" kind="ghost" onPress={() => void neverForFeed(article)}>
              Don’t try for this feed
            </Button>
          </>
        }
      >
        This is what the feed sent; nothing else was saved.
      </Note>
    </div>
  );
}

function OriginalButton({ article }: { readonly article: Article }) {
  return (
    <Button size="sm" onPress={() => openOriginal(article)}>
      Open original
    </Button>
  );
}

async function neverForFeed({ feedId, feedTitle }: Article): Promise<void> {
  const result = await client.call('feeds.configure', { ids: [feedId], settings: { fullText: 'never' } });
  if (result.ok) toastDone(`${feedTitle}: text as the feed sends it`, result.value.operationId);
  else toastFailure(result.error.message);
}
