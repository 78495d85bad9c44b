/** Whose article it is, what of it is kept here, and what can be done with its feed. */
import type { ArticleSummary } from '../../../contract/articles.ts';
import { keysFor } from '../../app/commands.ts';
import { refresh, unsubscribe } from '../../app/feed-actions.ts';
import { navigate } from '../../app/navigation.ts';
import { useFeed } from '../../client/library.ts';
import { usePart } from '../../client/use-part.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuGroups } from '../../ui/menu.tsx';
import { SourceTile } from '../../ui/source-tile.tsx';

export function PublisherLine({ article, isWhole }: { readonly article: ArticleSummary; readonly isWhole: boolean }) {
  const feed = useFeed(article.feedId);
  const isFollowed = usePart('feeds.list', (feeds) => feeds.some(({ id }) => id === article.feedId)) ?? true;
  return (
    <div className="pub">
      <SourceTile large name={article.feedTitle} host={feed?.host ?? article.publisher ?? ''} iconUrl={feed?.iconUrl} />
      <div className="trunc">
        <b>{article.feedTitle}</b>
        <div className="t3 pub-note">{isWhole ? 'Saved in full on this computer' : 'Saved as the feed sent it'}</div>
      </div>
      <span className="grow" />
      {isFollowed ? (
        <MenuButton label={article.feedTitle} groups={publisherMenu(article)}>
          <Button size="sm">Following</Button>
        </MenuButton>
      ) : (
        <span className="t3">No longer followed</span>
      )}
    </div>
  );
}

function publisherMenu(article: ArticleSummary): MenuGroups {
  return [
    [
      {
        id: 'go',
        icon: 'folder',
        label: `Go to ${article.feedTitle}`,
        keys: keysFor('go.feed'),
        run: () => navigate({ view: `feed:${article.feedId}`, articleId: article.id }),
      },
      { id: 'refresh', icon: 'refresh', label: 'Refresh', run: () => refresh({ feedIds: [article.feedId] }) },
    ],
    [
      {
        id: 'remove',
        icon: 'bin',
        label: 'Unsubscribe',
        danger: true,
        run: () => void unsubscribe([{ id: article.feedId, title: article.feedTitle }]),
      },
    ],
  ];
}
