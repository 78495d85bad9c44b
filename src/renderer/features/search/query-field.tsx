/** The field of the query: one line of text with its chips drawn behind it, and a list that completes what is typed. */
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { SmallPart } from '../../app/small-part.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { leftOf, QueryMirror } from './query-mirror.tsx';
import type { ParsedText } from './query-parts.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useFieldKeys } from './use-field-keys.ts';
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
  const left = useListLeft(mirror, field, offered?.from);
  useLayoutEffect(() => follow(mirror.current, field.current));
  const caretAfter = useCaretAfter(text, field);
  const takeOne = (suggestion: Suggestion) => {
    const next = list.taken(suggestion);
    if (!next) return;
    caretAfter.current = next.caret;
    onChange(next.text);
    // Behind an operator its values are wanted at once.
    if (suggestion.text.endsWith(':')) list.open(next.caret);
    else list.close();
  };
  const onKeyDown = useFieldKeys({ ...props, list, takeOne });
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
          onKeyDown={onKeyDown}
          onScroll={(event) => follow(mirror.current, event.currentTarget)}
          onPointerDown={list.close}
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
        <SmallPart name="The list of suggestions" from={offered}>
          <SuggestionList
            id={listId}
            suggestions={offered.suggestions}
            chosen={list.chosen}
            left={left}
            onTake={takeOne}
          />
        </SmallPart>
      )}
    </div>
  );
}

/** Where the caret stands once the text that was set is drawn: left alone, it would go to the end. */
function useCaretAfter(text: string, field: RefObject<HTMLInputElement | null>): RefObject<number | null> {
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null || !text) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text, field]);
  return caret;
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
