/** Searching the archive: results as you type, arrows walk through them, Enter opens. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { goBack, navigate, type ScreenProps } from '../../app/navigation.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { useAsk } from '../../client/use-ask.ts';
import { exactCount } from '../../lib/numbers.ts';
import { fullDate } from '../../lib/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ScreenBar } from '../../ui/screen-bar.tsx';
import { SearchResults } from './search-results.tsx';
import { useHits } from './use-hits.ts';
import './search.css';

export function Screen({ argument }: ScreenProps) {
  const [words, setWords] = useState(argument ?? '');
  const [at, setAt] = useState(0);
  const [order, setOrder] = useState<'best' | 'newest' | 'oldest'>('best');
  const search = useHits(words, order);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    if (argument !== null) setWords(argument);
  }, [argument]);
  const open = (position: number) => {
    const hit = search.hits[position];
    if (!hit) return;
    // The way back leads to the same words.
    navigate({ screen: 'search', argument: words }, { replace: true });
    navigate({ screen: 'reader', view: `feed:${hit.feedId}`, articleId: hit.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setAt((present) => Math.min(Math.max(0, present + by), Math.max(0, search.hits.length - 1)));
    else if (event.key === 'Enter') open(at);
    else if (event.key === 'Escape') goBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const chosen = search.hits[at];
  return (
    <>
      <ScreenBar title="Search archive" detail={<ArchiveSize />} onBack={goBack} onShowSidebar={toggleSidebar} />
      <search className="sq">
        <div className="input">
          <Icon name="search" />
          <input
            ref={field}
            role="combobox"
            aria-label="Search archive"
            aria-expanded={search.hits.length > 0}
            aria-controls="search-results"
            aria-activedescendant={chosen ? `hit-${chosen.id}` : undefined}
            placeholder="Words in headlines, authors and texts"
            spellCheck={false}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          {words !== '' && <IconButton icon="x" label="Clear" onPress={() => setWords('')} />}
        </div>
      </search>
      <SearchResults search={search} words={words} at={at} order={order} onOrder={setOrder} onOpen={open} />
    </>
  );
}

function ArchiveSize() {
  const info = useAsk('library.info', {}).data;
  return info ? `${exactCount(info.articles)} articles since ${fullDate(info.createdAt)}` : null;
}
