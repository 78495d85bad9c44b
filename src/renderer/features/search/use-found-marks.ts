/** Marks the hits in the open article, and steps from one to the next. The page itself is not touched: it is painted over. */
import { useCallback, useEffect, useState } from 'react';
import { debounce } from '../../lib/debounce.ts';
import type { Mark } from './find-marks.ts';
import { rangesIn } from './text-blocks.ts';

export interface FoundMarks {
  readonly count: number;
  /** Position of the present one; -1 before the first step. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
}

const allName = 'found';
const presentName = 'found-now';
/** An article is drawn in a few steps: look when it is at rest. */
const restMs = 40;

export function useFoundMarks(box: Element | null, marks: readonly Mark[], articleId: number): FoundMarks {
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    if (articleId && marks) setAt(-1);
  }, [articleId, marks]);
  useEffect(() => {
    if (!box) return;
    const look = () => {
      const story = box.querySelector('.story');
      const found = story ? rangesIn(story, marks) : [];
      CSS.highlights.set(allName, new Highlight(...found));
      setRanges(found);
    };
    const later = debounce(look, restMs);
    const observer = new MutationObserver(later.call);
    observer.observe(box, { childList: true, subtree: true });
    look();
    return () => {
      observer.disconnect();
      later.flush();
      CSS.highlights.delete(allName);
      CSS.highlights.delete(presentName);
    };
  }, [box, marks]);
  const present = at < 0 ? undefined : ranges[at];
  useEffect(() => {
    if (!present) CSS.highlights.delete(presentName);
    else CSS.highlights.set(presentName, new Highlight(present));
  }, [present]);
  const step = useCallback(
    (by: 1 | -1) => {
      if (ranges.length === 0) return;
      const next = at < 0 ? (by > 0 ? 0 : ranges.length - 1) : (at + by + ranges.length) % ranges.length;
      setAt(next);
      ranges[next]?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    },
    [ranges, at],
  );
  return { count: ranges.length, at: Math.min(at, ranges.length - 1), step };
}
