/** What several chosen articles are together, in place of one of them. */
import type { ArticleId } from '../../../contract/ids.ts';
import { toggleRead } from '../../app/article-actions.ts';
import { keysFor } from '../../app/commands.ts';
import { knownArticle } from '../../app/current-article.ts';
import { bitsOf, useAnyBits } from '../../client/article-bits.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { keyWords } from '../../ui/keys.tsx';
import { BareBar } from './bare-bar.tsx';

export function ManyChosen({ chosen }: { readonly chosen: ReadonlySet<ArticleId> }) {
  useAnyBits();
  const articles = [...chosen].map(knownArticle).filter((article) => article !== undefined);
  const minutes = articles.reduce((sum, article) => sum + article.minutes, 0);
  const feeds = new Set(articles.map(({ feedId }) => feedId)).size;
  const hasUnread = articles.some((article) => bitsOf(article).unread);
  const keys = keysFor('article.read');
  return (
    <>
      <BareBar />
      <Empty
        icon="checks"
        title={`${exactCount(chosen.size)} articles`}
        actions={
          <Button onPress={() => toggleRead(articles)}>
            {hasUnread ? 'Mark read' : 'Mark unread'}
            {keys !== undefined && <kbd>{keyWords(keys).join(' ')}</kbd>}
          </Button>
        }
      >
        {counted(minutes, 'minute', 'minutes')} to read, from {counted(feeds, 'feed', 'feeds')}.
      </Empty>
    </>
  );
}
