/**
 * The query drawn behind the field's own text, letter for letter: the field stays one line of text to type in, and its
 * chips, signs and mistakes are seen all the same.
 */
import type { Ref } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { type ParsedText, segmentsOf } from './query-parts.ts';

interface QueryMirrorProps {
  readonly parsed: ParsedText;
  readonly ref: Ref<HTMLDivElement>;
}

export function QueryMirror({ parsed, ref }: QueryMirrorProps) {
  return (
    <div className="sq-mirror" ref={ref} aria-hidden="true">
      {segmentsOf(parsed).map(({ at, kind, pieces }) => (
        <span key={at} className={isChip(kind) ? 'op' : undefined}>
          {pieces.map((piece) => (
            <span
              key={piece.at}
              className={classNames(piece.isSign && 'op-sign', (piece.isWrong || kind === 'ignored') && 'op-wrong')}
            >
              {piece.text}
            </span>
          ))}
        </span>
      ))}
    </div>
  );
}

/** Single words are chips, too: what is looked for and what is a space between is then plain to see. */
function isChip(kind: string | null): boolean {
  return kind !== null && kind !== 'ignored' && kind !== 'bracket';
}

/** How far from the mirror's left edge the letter at this place stands, in px. */
export function leftOf(mirror: HTMLElement, at: number): number {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.collapse(true);
      return range.getBoundingClientRect().left - mirror.getBoundingClientRect().left;
    }
    left -= length;
  }
  return 0;
}
