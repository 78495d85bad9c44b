/** The field of the query: one line of text with its chips drawn behind it, and a list that completes what is typed. */
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { leftOf, QueryMirror } from './query-mirror.tsx';
import type { ParsedText } from './query-parts.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggesting } from './use-suggesting.ts';
import type { Suggestion } from './use-suggestions.ts';

interface QueryFieldProps {
  readonly text: string;
  readonly parsed: ParsedText;
  /** Id of the element that says what was not understood; absent when all was. */
  readonly mistakesId: string | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (text: string) => void;
  readonly onDown: () => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  /** Behind the field's text: the help. */
  readonly children: ReactNode;
}

export function QueryField(props: QueryFieldProps) {
  const { text, parsed, mistakesId, field, onChange, children } = props;
  const listId = useId();
  const mirror = useRef<HTMLDivElement>(null);
  const list = useSuggesting(text);
  const { offered } = list;
  const caretAfter = useRef<number | null>(null);
  const left = useListLeft(mirror, field, offered?.from);
  useLayoutEffect(() => {
    follow(mirror.current, field.current);
    if (caretAfter.current === null || !text) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [text, field]);
  const takeOne = (suggestion: Suggestion) => {
    const next = list.taken(suggestion);
    if (!next) return;
    caretAfter.current = next.caret;
    onChange(next.text);
    // Behind an operator its values are wanted at once.
    if (suggestion.text.endsWith(':')) list.open(next.caret);
    else list.close();
  };
  return (
    <div className="input sq-field">
      <Icon name="search" />
      <div className="sq-text">
        <QueryMirror parsed={parsed} ref={mirror} />
        <input
          ref={field}
          role="combobox"
          aria-label="Search archive"
          aria-autocomplete="list"
          aria-expanded={offered !== undefined}
          aria-controls={offered ? listId : undefined}
          aria-activedescendant={list.chosen >= 0 ? `${listId}-${list.chosen}` : undefined}
          aria-invalid={mistakesId !== undefined}
          aria-describedby={mistakesId}
          autoComplete="off"
          data-region-focus=""
          placeholder="Words, “a phrase”, source:, author:, after:…"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            onChange(event.target.value);
            list.open(event.target.selectionStart ?? event.target.value.length);
          }}
          onKeyDown={(event) => onKeyDown(event, { ...props, list, takeOne })}
          onScroll={(event) => follow(mirror.current, event.currentTarget)}
          onBlur={list.close}
        />
      </div>
      {text !== '' && (
        <IconButton
          icon="x"
          label="Clear"
          onPress={() => {
            onChange('');
            field.current?.focus();
          }}
        />
      )}
      {children}
      {offered && (
        <SuggestionList
          id={listId}
          suggestions={offered.suggestions}
          chosen={list.chosen}
          left={left}
          onTake={takeOne}
        />
      )}
    </div>
  );
}

interface KeyContext extends QueryFieldProps {
  readonly list: ReturnType<typeof useSuggesting>;
  readonly takeOne: (suggestion: Suggestion) => void;
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, context: KeyContext): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  const { list, takeOne, onDown, onEnter, onEscape } = context;
  const suggestions = list.offered?.suggestions ?? [];
  const chosen = suggestions[list.chosen];
  const { key } = event;
  if (key === 'ArrowDown' && event.altKey) list.open(event.currentTarget.selectionStart ?? 0, true);
  else if (key === 'ArrowDown' && suggestions.length === 0) onDown();
  else if (key === 'ArrowDown') list.choose((list.chosen + 1) % suggestions.length);
  else if (key === 'ArrowUp' && suggestions.length > 0) list.choose(Math.max(-1, list.chosen - 1));
  else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && chosen) takeOne(chosen);
  else if (key === 'Enter') {
    list.close();
    onEnter();
  } else if (key === 'Escape' && suggestions.length > 0) list.close();
  else if (key === 'Escape') onEscape();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function follow(mirror: HTMLElement | null, field: HTMLInputElement | null): void {
  if (mirror && field) mirror.style.transform = `translateX(${-field.scrollLeft}px)`;
}

const listWidthPx = 340;

/** Where the list stands: under the beginning of what it completes, and within the field. */
function useListLeft(
  mirror: RefObject<HTMLElement | null>,
  field: RefObject<HTMLElement | null>,
  from: number | undefined,
): number {
  const [left, setLeft] = useState(0);
  useLayoutEffect(() => {
    if (from === undefined || !mirror.current || !field.current) return;
    const box = field.current;
    const inside = leftOf(mirror.current, from) - box.scrollLeft;
    setLeft(Math.max(0, Math.min(inside, box.clientWidth - listWidthPx)) + box.offsetLeft);
  }, [mirror, field, from]);
  return left;
}
