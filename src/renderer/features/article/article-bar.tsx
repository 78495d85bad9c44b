/** The article's bar: steps, which text is shown, marks, look and the rest behind three dots. */
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import { openOriginal, toggleLater, toggleRead, toggleStar } from '../../app/article-actions.ts';
import { articleMenu } from '../../app/article-menu.ts';
import { keysFor, runCommand } from '../../app/commands.ts';
import { navigate, placeNow } from '../../app/navigation.ts';
import { useBits } from '../../client/article-bits.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { textPanelOpen } from './commands.ts';
import { TextPanel } from './text-panel.tsx';
import { showFeedText, showFullText, sourceOf, textSource } from './text-source.ts';

interface ArticleBarProps {
  readonly summary: ArticleSummary;
  readonly article: Article | undefined;
}

export function ArticleBar({ summary, article }: ArticleBarProps) {
  return (
    <header className="bar">
      <IconButton
        icon="left"
        label="Back to the list"
        className="only-narrow"
        onPress={() => navigate({ screen: placeNow().screen, articleId: null })}
      />
      <StepButtons />
      {article && <TextSourceChoice article={article} />}
      <span className="grow" />
      <MarkButtons article={summary} />
      <span className="sep" />
      <LookButton />
      <IconButton
        icon="ext"
        label="Open original"
        keys={keysFor('article.original')}
        className="hide-narrow"
        isDisabled={summary.url === null}
        onPress={() => openOriginal(summary)}
      />
      <MenuButton label="Article" groups={articleMenu(summary, null)}>
        <IconButton icon="more" label="More" />
      </MenuButton>
    </header>
  );
}

/** The bar while no article is open. */
export function BareBar() {
  return (
    <header className="bar">
      <StepButtons />
      <span className="grow" />
      <LookButton />
    </header>
  );
}

function StepButtons() {
  return (
    <>
      <IconButton
        icon="up"
        label="Previous article"
        keys={keysFor('article.previous')}
        onPress={() => void runCommand('article.previous')}
      />
      <IconButton
        icon="down"
        label="Next article"
        keys={keysFor('article.next')}
        onPress={() => void runCommand('article.next')}
      />
      <span className="sep" />
    </>
  );
}

function TextSourceChoice({ article }: { readonly article: Article }) {
  const source = sourceOf(
    useStore(textSource, (value) => value),
    article.id,
  );
  const shown = source.state === 'fetching' ? 'page' : (source.from ?? article.textFrom);
  if (article.url === null) return null;
  return (
    <Segmented
      label="Text source"
      value={shown}
      choices={[
        { value: 'feed', label: 'From feed' },
        { value: 'page', label: 'Full text', icon: 'text' },
      ]}
      onChange={(choice) => (choice === 'feed' ? showFeedText(article.id) : void showFullText(article))}
    />
  );
}

function MarkButtons({ article }: { readonly article: ArticleSummary }) {
  const { unread, starred, later } = useBits(article);
  return (
    <>
      <IconButton
        icon="star"
        label={starred ? 'Starred' : 'Star'}
        keys={keysFor('article.star')}
        pressed={starred}
        filled={starred}
        className={starred ? 'star-on' : undefined}
        onPress={() => toggleStar([article])}
      />
      <IconButton
        icon="clock"
        label="Read later"
        keys={keysFor('article.later')}
        pressed={later}
        className={later ? 'on' : undefined}
        onPress={() => toggleLater([article])}
      />
      <IconButton
        icon="eye"
        label={unread ? 'Mark read' : 'Mark unread'}
        keys={keysFor('article.read')}
        onPress={() => toggleRead([article])}
      />
    </>
  );
}

function LookButton() {
  const isOpen = useStore(textPanelOpen, (open) => open);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={(open) => textPanelOpen.set(open)}>
      <IconButton icon="aa" label="Theme and text" keys={keysFor('article.look')} />
      <Popover className="pop" placement="bottom end" offset={2}>
        <Dialog className="text-dialog" aria-label="Theme and text">
          <TextPanel />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
