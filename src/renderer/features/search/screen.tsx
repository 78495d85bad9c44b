/** Searching the archive: one query, written by typing, by ticks and by dragging, and what it finds. */
import { useEffect, useId, useRef } from 'react';
import { goBack, placeNow, type ScreenProps, useWays } from '../../app/navigation.ts';
import { openOverlay } from '../../app/overlays.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { goToView } from '../../app/standard-commands.ts';
import { useAsk } from '../../client/use-ask.ts';
import { classNames } from '../../lib/class-names.ts';
import { counted } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { useFocusKept } from '../../lib/use-focus-kept.ts';
import { Button } from '../../ui/button.tsx';
import { ScreenBar } from '../../ui/screen-bar.tsx';
import { FacetsAside, FiltersButton, useIsFolded } from './facets-aside.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FoundArticle } from './found-article.tsx';
import { HelpButton } from './help-panel.tsx';
import { closeHit, useOpenedHit } from './opened-hits.ts';
import { QueryField } from './query-field.tsx';
import { QueryMistakes } from './query-mistakes.tsx';
import { withoutTyped } from './query-parts.ts';
import { ResultsPane } from './results-pane.tsx';
import { useCaret } from './use-caret.ts';
import { usePaused } from './use-paused.ts';
import { useSearch } from './use-search.ts';
import './search.css';
import './search-start.css';
import './query-field.css';
import './histogram.css';

/** A mistake is pointed out when the word is perhaps finished, not while it is begun. */
const mistakeAfterMs = 500;

export function Screen({ argument, article }: ScreenProps) {
  const search = useSearch(argument);
  const { text, setText, query, parsed, beside, field, list, toResults, edits, onType } = search;
  const opened = useOpenedHit();
  // After a restart there is no way back yet: it leads to the list.
  const leave = useWays().canGoBack ? goBack : () => goToView(placeNow().view);
  const isFolded = useIsFolded(opened !== null);
  const caret = useCaret(field);
  const drawn = withoutTyped(parsed, caret);
  const mistakes = withoutTyped(usePaused(parsed, mistakeAfterMs), caret);
  const mistakesId = useId();
  const above = useRef<HTMLElement>(null);
  const below = useRef<HTMLDivElement>(null);
  useFocusKept(above, () => field.current);
  useFocusKept(below, () => list.current ?? field.current);
  useEffect(() => {
    // What the reader's list left open has nothing to do with a new search.
    if (placeNow().argument === null && placeNow().articleId !== null) closeHit();
    field.current?.focus();
  }, [field]);
  // Without anything to count there is no column.
  const hasFacets = (beside.facets?.facets.length ?? 0) > 0 || beside.failure !== null;
  const hasAside = query !== '' && (search.hits.hits.length > 0 || hasFacets);
  const isWrong = mistakes.query === text && mistakes.ignored.length > 0;
  return (
    <>
      <ScreenBar title="Search archive" detail={<ArchiveSize />} onBack={leave} onShowSidebar={toggleSidebar}>
        {isFolded && <FiltersButton beside={beside} edit={edits.edit} onType={onType} />}
        <SaveButton text={text} />
      </ScreenBar>
      <search className="sq" data-region-part="search" ref={above}>
        <QueryField
          text={text}
          parsed={drawn}
          mistakesId={isWrong ? mistakesId : undefined}
          field={field}
          onChange={setText}
          onDown={toResults.go}
          onEnter={toResults.open}
          onEscape={opened !== null ? closeHit : text === '' ? leave : () => setText('')}
        >
          <HelpButton />
          {isWrong && <QueryMistakes id={mistakesId} ignored={mistakes.ignored} />}
        </QueryField>
        <FilterChips parts={parsed.parts} facets={beside.facets?.facets ?? []} {...edits} />
      </search>
      <div className={classNames('sr', isFolded && 'is-folded', opened !== null && 'has-article')} ref={below}>
        {!isFolded && hasAside && <FacetsAside beside={beside} edit={edits.edit} onType={onType} />}
        <ResultsPane search={search} />
        {opened !== null && (
          <FoundArticle articleId={opened} marks={parsed.marks} onClose={() => closeAnd(list.current)}>
            {article}
          </FoundArticle>
        )}
      </div>
    </>
  );
}

/** Its own button goes with the article: the results get the focus. */
function closeAnd(list: HTMLElement | null): void {
  closeHit();
  list?.focus({ preventScroll: true });
}

function SaveButton({ text }: { readonly text: string }) {
  return (
    <Button
      size="sm"
      icon="saved"
      aria-label="Save this search"
      isDisabled={text.trim() === ''}
      onPress={() => openOverlay('saved-search', `new:${text.trim()}`)}
    >
      <span className="hide-phone">Save this search</span>
    </Button>
  );
}

function ArchiveSize() {
  const info = useAsk('library.info', {}).data;
  if (!info) return null;
  const size = counted(info.articles, 'article', 'articles');
  return info.oldestArticleAt === null ? size : `${size} since ${fullDate(info.oldestArticleAt)}`;
}
