/** What each key does in the field of the query: the list's first, else the results'. */
import type { KeyboardEvent } from 'react';
import { useKeysAhead } from './use-keys-ahead.ts';
import type { Suggesting } from './use-suggesting.ts';
import type { Suggestion } from './use-suggestions.ts';

interface FieldKeys {
  readonly text: string;
  readonly list: Suggesting;
  readonly takeOne: (suggestion: Suggestion) => void;
  readonly onDown: () => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

/** They leave the place that the list completes. */
const caretKeys: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

export function useFieldKeys(field: FieldKeys): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { text, list, takeOne } = field;
  const waits = useKeysAhead({ text, state: list.state }, ({ steps, end }) => {
    const suggestions = list.offered?.suggestions ?? [];
    const position = (steps - 1) % suggestions.length;
    const suggestion = suggestions[position];
    if (suggestion && end) takeOne(suggestion);
    else if (suggestion) list.choose(position);
    else if (end === 'Enter') field.onEnter();
    else field.onDown();
  });
  return (event) => {
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (event.nativeEvent.isComposing || ctrlKey || metaKey) return;
    if (caretKeys.has(key)) list.close();
    else if (!(altKey || shiftKey) && waits(key)) event.preventDefault();
    else if (press(event, field)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

/** Answers whether the key means anything here. */
function press(event: KeyboardEvent<HTMLInputElement>, field: FieldKeys): boolean {
  const { list, takeOne, onDown, onEnter, onEscape } = field;
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
  else return false;
  return true;
}
