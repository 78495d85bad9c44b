/** Searching the archive: one query, written by typing, by ticks and by dragging, and what it finds. */
import { useEffect, useId, useRef, useState } from 'react';
import { goBack, placeNow, type ScreenProps } from '../../app/navigation.ts';
import { openOverlay } from '../../app/overlays.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { useAsk } from '../../client/use-ask.ts';
import { classNames } from '../../lib/class-names.ts';
import { exactCount } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { Button } from '../../ui/button.tsx';
import { ScreenBar } from '../../ui/screen-bar.tsx';
import { editQuery, withoutFilters } from './edit-query.ts';
import { FacetsAside, FiltersButton, useIsFolded } from './facets-aside.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FoundArticle } from './found-article.tsx';
import { HelpButton } from './help-panel.tsx';
import { closeHit, useOpenedHit } from './opened-hits.ts';
import { QueryField } from './query-field.tsx';
import { hasDate } from './query-filters.ts';
import { QueryMistakes } from './query-mistakes.tsx';
import { ResultsPane } from './results-pane.tsx';
import { useFacets } from './use-facets.ts';
import { useHitKeys } from './use-hit-keys.ts';
import { type Order, useHits, useSearchedQuery } from './use-hits.ts';
import { useParsed } from './use-parsed.ts';
import { usePaused } from './use-paused.ts';
import { useQueryText } from './use-query-text.ts';
import { useToResults } from './use-to-results.ts';
import './search.css';
import './query-field.css';
import './histogram.css';

/** A mistake is pointed out when the word is perhaps finished, not while it is begun. */
const mistakeAfterMs = 500;

export function Screen({ argument, article }: ScreenProps) {
  const [text, setText] = useQueryText(argument);
  const [order, setOrder] = useState<Order>('best');
  const query = useSearchedQuery(text);
  const parsed = useParsed(text);
  const search = useHits(query, order);
  const beside = useFacets(query, hasDate(parsed.parts));
  const opened = useOpenedHit();
  const isFolded = useIsFolded(opened !== null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toField = () => field.current?.focus();
  const toResults = useToResults(text, field, list);
  const keys = useHitKeys(search, text, `${query}\n${order}`, toField);
  const mistakes = usePaused(parsed, mistakeAfterMs);
  const mistakesId = useId();
  useEffect(() => {
    // What the reader's list left open has nothing to do with a new search.
    if (placeNow().argument === null && placeNow().articleId !== null) closeHit();
    field.current?.focus();
  }, []);
  const edits = {
    edit: (operator: Parameters<typeof editQuery>[1]['operator'], value: string | null, on = true) =>
      void editQuery(text, { operator, value, on }).then(setText),
    clear: (operators: Parameters<typeof withoutFilters>[1]) => void withoutFilters(text, operators).then(setText),
  };
  const onType = (operator: string) => {
    setText(`${text.trimEnd()} ${operator}:`);
    toField();
  };
  const facets = beside.facets?.facets ?? [];
  const isWrong = mistakes.query === text && mistakes.ignored.length > 0;
  return (
    <>
      <ScreenBar title="Search archive" detail={<ArchiveSize />} onBack={goBack} onShowSidebar={toggleSidebar}>
        {isFolded && <FiltersButton beside={beside} edit={edits.edit} onType={onType} />}
        <SaveButton text={text} />
      </ScreenBar>
      <search className="sq" data-region-part="search">
        <QueryField
          text={text}
          parsed={parsed}
          mistakesId={isWrong ? mistakesId : undefined}
          field={field}
          onChange={setText}
          onDown={toResults}
          onEnter={() => {
            toResults();
            keys.open(keys.at);
          }}
          onEscape={opened !== null ? closeHit : text === '' ? goBack : () => setText('')}
        >
          <HelpButton />
        </QueryField>
        {mistakes.query === text && <QueryMistakes id={mistakesId} parsed={mistakes} />}
        <FilterChips parts={parsed.parts} facets={facets} {...edits} />
      </search>
      <div className={classNames('sr', isFolded && 'is-folded', opened !== null && 'has-article')}>
        {!isFolded && query !== '' && <FacetsAside beside={beside} edit={edits.edit} onType={onType} />}
        <ResultsPane
          search={search}
          query={query}
          parsed={parsed}
          beside={beside}
          order={order}
          at={keys.at}
          list={list}
          onOrder={setOrder}
          onKeyDown={keys.onKeyDown}
          onOpen={keys.open}
          {...edits}
        />
        {opened !== null && (
          <FoundArticle articleId={opened} marks={parsed.marks} onClose={closeHit}>
            {article}
          </FoundArticle>
        )}
      </div>
    </>
  );
}

function SaveButton({ text }: { readonly text: string }) {
  return (
    <Button
      size="sm"
      icon="saved"
      isDisabled={text.trim() === ''}
      onPress={() => openOverlay('saved-search', `new:${text.trim()}`)}
    >
      Save as smart view
    </Button>
  );
}

function ArchiveSize() {
  const info = useAsk('library.info', {}).data;
  return info ? `${exactCount(info.articles)} articles since ${fullDate(info.createdAt)}` : null;
}
