/** The opened article beside the results, with steps through its hits in its bar. */
import { type ReactNode, useEffect, useState } from 'react';
import { BarStart } from '../../app/bar-start.ts';
import { keysFor, registerCommands } from '../../app/commands.ts';
import { counted, exactCount } from '../../lib/numbers.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Mark } from './find-marks.ts';
import { type FoundMarks, useFoundMarks } from './use-found-marks.ts';

interface FoundArticleProps {
  readonly articleId: number;
  readonly marks: readonly Mark[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FoundArticle({ articleId, marks, onClose, children }: FoundArticleProps) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const found = useFoundMarks(box, marks, articleId);
  useStepCommands(found);
  const isNone = found.count === 0;
  const bar = (
    <div className="found-bar" role="toolbar" aria-label="Hits in this article">
      <IconButton icon="x" label="Close article" onPress={onClose} />
      <span className="num t2 trunc" role="status">
        {wordsFor(found, marks)}
      </span>
      <IconButton
        icon="up"
        label="Previous hit"
        keys={keysFor('hit.previous')}
        isDisabled={isNone}
        onPress={() => found.step(-1)}
      />
      <IconButton
        icon="down"
        label="Next hit"
        keys={keysFor('hit.next')}
        isDisabled={isNone}
        onPress={() => found.step(1)}
      />
    </div>
  );
  return (
    <div className="found-article" ref={setBox}>
      <BarStart.Provider value={bar}>{children}</BarStart.Provider>
    </div>
  );
}

function wordsFor({ count, at }: FoundMarks, marks: readonly Mark[]): string {
  if (marks.length === 0) return 'Found by its filters';
  if (count === 0) return 'The words are not in this text';
  const all = counted(count, 'hit', 'hits');
  return at < 0 ? all : `${exactCount(at + 1)} of ${all}`;
}

function useStepCommands({ step }: FoundMarks): void {
  useEffect(
    () =>
      registerCommands([
        { id: 'hit.next', title: 'Next hit', group: 'Move', icon: 'down', keys: ['F3', 'Ctrl G'], run: () => step(1) },
        {
          id: 'hit.previous',
          title: 'Previous hit',
          group: 'Move',
          icon: 'up',
          keys: ['Shift F3', 'Ctrl Shift G'],
          run: () => step(-1),
        },
      ]),
    [step],
  );
}
