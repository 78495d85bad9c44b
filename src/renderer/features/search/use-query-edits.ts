/** What is clicked beside the field, written into its text: one click after another, and nothing typed meanwhile is lost. */
import { type RefObject, useRef, useState } from 'react';
import { type Edit, editQuery } from './edit-query.ts';
import type { QueryEdits } from './filter-chips.tsx';

export function useQueryEdits(text: string, setText: (text: string) => void): QueryEdits {
  const latest = useRef(text);
  latest.current = text;
  const [edits] = useState(() => {
    let before = Promise.resolve();
    const write = (wanted: readonly Edit[]) => {
      before = before.then(async () => {
        const next = await edited(latest, wanted);
        latest.current = next;
        setText(next);
      });
    };
    return {
      edit: (operator, value, on = true) => write([{ operator, value, on }]),
      clear: (operators) => write(operators.map((operator) => ({ operator, value: null, on: true }))),
    } satisfies QueryEdits;
  });
  return edits;
}

async function edited(latest: RefObject<string>, wanted: readonly Edit[]): Promise<string> {
  for (;;) {
    const from = latest.current;
    const next = await editQuery(from, wanted);
    // Typed on meanwhile: the click is written into that text.
    if (latest.current === from) return next;
  }
}
