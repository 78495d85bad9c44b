/** The list under the field: open while there is something to offer, walked by arrows, closed by Esc until the next letter. */
import { useState } from 'react';
import { type Suggestion, type Suggestions, take, useSuggestions } from './use-suggestions.ts';

export interface Suggesting {
  /** `awaited`: what is offered, if anything, belongs to an older text. */
  readonly state: 'closed' | 'awaited' | 'here';
  readonly offered: Suggestions | undefined;
  readonly chosen: number;
  readonly choose: (position: number) => void;
  /** `asked`: also where nothing is begun yet. */
  readonly open: (caret: number, asked?: boolean) => void;
  readonly close: () => void;
  /** The text and the caret with this one taken; undefined while the list is of an older text. */
  readonly taken: (suggestion: Suggestion) => ReturnType<typeof take> | undefined;
}

/** What stands there already, whole, is not worth a list. */
function isNews({ text }: Suggestion, answer: Suggestions): boolean {
  return text.trim().toLowerCase() !== answer.text.slice(answer.from, answer.to).trim().toLowerCase();
}

/** After a space the list of all operators would only stand in the way of the results. */
function isBegun({ text, from, to }: Suggestions): boolean {
  return to > from || /[:,]$/.test(text.slice(0, from));
}

export function useSuggesting(text: string): Suggesting {
  const [caret, setCaret] = useState<number | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const { answer, isAwaited } = useSuggestions(text, Math.min(caret ?? 0, text.length), caret !== null);
  const offered =
    answer?.suggestions.some((one) => isNews(one, answer)) && (isAsked || isBegun(answer)) ? answer : undefined;
  return {
    state: caret === null ? 'closed' : isAwaited ? 'awaited' : 'here',
    offered,
    chosen: offered ? Math.min(chosen, offered.suggestions.length - 1) : -1,
    choose: setChosen,
    open: (at, asked = false) => {
      setCaret(at);
      setAsked(asked);
      setChosen(-1);
    },
    close: () => setCaret(null),
    taken: (suggestion) => (offered && offered.text === text ? take(offered, suggestion) : undefined),
  };
}
