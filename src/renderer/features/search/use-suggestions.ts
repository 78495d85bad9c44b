/** What may stand where the caret is: asked for while the reader types, never before. */
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../contract/index.ts';
import { ask, type CallFailed } from '../../client/client.ts';

export type Suggestion = OutputOf<'search.suggest'>['suggestions'][number];

export interface Suggestions {
  /** The text and the caret that they belong to. */
  readonly text: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

const most = 8;

interface Answer {
  /** Until the next answer comes, the one before. */
  readonly answer: Suggestions | undefined;
  readonly isAwaited: boolean;
}

export function useSuggestions(text: string, at: number, enabled: boolean): Answer {
  const answer = useQuery<Suggestions, CallFailed>({
    queryKey: ['search.suggest', text, at],
    queryFn: async () => ({ text, at, ...(await ask('search.suggest', { text, at, limit: most })) }),
    enabled,
    placeholderData: (before) => before,
  });
  if (!enabled) return { answer: undefined, isAwaited: false };
  return { answer: answer.data, isAwaited: answer.isPending || answer.isPlaceholderData };
}

/** The query with a suggestion taken, and where the caret then stands: behind a space, but close behind a colon. */
export function take({ text, from, to }: Suggestions, { text: taken }: Suggestion): { text: string; caret: number } {
  const after = text.slice(to);
  const isOperator = taken.endsWith(':');
  const hasSpace = after.startsWith(' ');
  const before = text.slice(0, from) + taken + (isOperator || hasSpace || taken.endsWith(' ') ? '' : ' ');
  return { text: before + after, caret: before.length + (hasSpace && !isOperator ? 1 : 0) };
}
