/** The article's bar: steps, which text is shown, marks, look and the rest behind three dots. */
import type { Article, ArticleSummary } from '../../../contract/articles.ts';
import { openOriginal, toggleLater, toggleRead, toggleStar } from '../../app/article-actions.ts';
import { articleMenu } from '../../app/article-menu.ts';
import { keysFor } from '../../app/commands.ts';
import { toggleFocusMode, useFocusMode } from '../../app/focus-mode.ts';
import { navigate, placeNow, usePlace } from '../../app/navigation.ts';
import { useBits } from '../../client/article-bits.ts';
import { classNames } from '../../lib/class-names.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { LookButton, StepButtons } from './bare-bar.tsx';
import { showFeedText, showFullText, shownFrom, sourceOf, type TextSource, textSource } from './text-source.ts';

interface ArticleBarProps {
  readonly summary: ArticleSummary;
  readonly article: Article | undefined;
}

export function ArticleBar({ summary, article }: ArticleBarProps) {
  const source = sourceOf(
    useStore(textSource, (value) => value),
    summary.id,
  );
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
      <FocusButton />
      <LookButton />
      <IconButton
        icon="ext"
        label="Open original"
        keys={keysFor('article.original')}
        className="hide-narrow"
        isDisabled={summary.url === null}
        onPress={() => openOriginal(summary)}
      />
      <MenuButton label="Article" groups={[textEntries(article, source), ...articleMenu(summary, null)]}>
        <IconButton icon="more" label="More" />
      </MenuButton>
    </header>
  );
}

/** The choice of the text as an entry of the menu, for windows too narrow to show it in the bar. */
function textEntries(article: Article | undefined, source: TextSource): readonly MenuEntry[] {
  if (!article || article.url === null) return [];
  const keys = keysFor('article.fullText');
  if (shownFrom(source, article) === 'page')
    return [{ id: 'text', icon: 'text', label: 'Text from feed', keys, run: () => showFeedText(article.id) }];
  return [{ id: 'text', icon: 'text', label: 'Full text', keys, run: () => void showFullText(article) }];
}

function FocusButton() {
  const isFocus = useFocusMode();
  if (!usePlace(({ screen }) => screen === 'reader')) return null;
  return (
    <IconButton
      icon="focus"
      label={isFocus ? 'Leave focus' : 'Focus'}
      keys={keysFor('article.focus')}
      className="hide-narrow"
      onPress={toggleFocusMode}
    />
  );
}

function TextSourceChoice({ article }: { readonly article: Article }) {
  const source = sourceOf(
    useStore(textSource, (value) => value),
    article.id,
  );
  if (article.url === null) return null;
  const isComing = source.state === 'fetching' || source.state === 'ahead';
  return (
    <span className={classNames('text-choice hide-phone', isComing && 'is-coming')}>
      <Segmented
        label="Text source"
        value={shownFrom(source, article)}
        choices={[
          { value: 'feed', label: 'From feed' },
          { value: 'page', label: 'Full text', icon: 'text' },
        ]}
        onChange={(choice) => (choice === 'feed' ? showFeedText(article.id) : void showFullText(article))}
      />
    </span>
  );
}

function MarkButtons({ article }: { readonly article: ArticleSummary }) {
  const { unread, starred, later } = useBits(article);
  return (
    <>
      <IconButton
        icon="star"
        label={starred ? 'Remove star' : 'Star'}
        keys={keysFor('article.star')}
        filled={starred}
        className={starred ? 'star-on' : undefined}
        onPress={() => toggleStar([article])}
      />
      <IconButton
        icon="clock"
        label={later ? 'Not for later' : 'Read later'}
        keys={keysFor('article.later')}
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
