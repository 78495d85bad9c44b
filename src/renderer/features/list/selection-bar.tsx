/** What can be done with all chosen rows at once. Lies over the list's own bar, at the same height. */
import type { ArticleId } from '../../../contract/ids.ts';
import { toggleLater, toggleRead, toggleStar } from '../../app/article-actions.ts';
import { articlesMenu } from '../../app/article-menu.ts';
import { keysFor } from '../../app/commands.ts';
import { chosenArticles, noneChosen } from '../../app/current-article.ts';
import { bitsOf, useAnyBits } from '../../client/article-bits.ts';
import { exactCount } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { heldArticle } from './list-model.ts';

export function SelectionBar({ chosen }: { readonly chosen: ReadonlySet<ArticleId> }) {
  useAnyBits();
  const articles = [...chosen].map(heldArticle).filter((article) => article !== undefined);
  const many = exactCount(chosen.size);
  const bits = articles.map(bitsOf);
  const hasUnread = bits.some(({ unread }) => unread);
  const isStarred = bits.every(({ starred }) => starred);
  const isLater = bits.every(({ later }) => later);
  return (
    <div className="bar selbar" role="toolbar" aria-label={`${many} selected`}>
      <b className="num grow trunc" role="status">
        {many} selected
      </b>
      <Button kind="ghost" size="sm" icon="eye" onPress={() => toggleRead(articles)}>
        {hasUnread ? 'Mark read' : 'Mark unread'}
      </Button>
      <IconButton
        icon="star"
        label={isStarred ? `Take the star off ${many}` : `Star ${many}`}
        keys={keysFor('article.star')}
        filled={isStarred}
        onPress={() => toggleStar(articles)}
      />
      <IconButton
        icon="clock"
        label={isLater ? `Take ${many} off Read later` : `Read ${many} later`}
        keys={keysFor('article.later')}
        onPress={() => toggleLater(articles)}
      />
      <MenuButton label={`${many} selected`} groups={articlesMenu(articles)}>
        <IconButton icon="more" label={`More for ${many}`} />
      </MenuButton>
      <IconButton
        icon="x"
        label="End selection"
        keys={keysFor('list.endChoice')}
        onPress={() => chosenArticles.set(noneChosen)}
      />
    </div>
  );
}
