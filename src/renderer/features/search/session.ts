/** The names by which the core knows one field's searches from another's: a later search ends the one before. */
import { useRef } from 'react';
import type { CallFailed } from '../../client/client.ts';

const windowName = crypto.randomUUID();

export const sessions = {
  list: `${windowName}:list`,
  count: `${windowName}:count`,
  facets: `${windowName}:facets`,
  histogram: `${windowName}:histogram`,
  alternatives: `${windowName}:alternatives`,
} as const;

/** A search that came back while it was being ended for a later one may be ended more than once. */
const mostRetries = 3;

/** Asks again what was ended for a later question, when the reader has come back to it by then. */
export function useRetryIfWanted(question: string): (failures: number, error: CallFailed) => boolean {
  const present = useRef(question);
  present.current = question;
  return (failures, error) =>
    error.failure.code === 'cancelled' && present.current === question && failures < mostRetries;
}
