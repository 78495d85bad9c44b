/** What the diary of a feed says of its present trouble: the cause, and since when. */
import type { DiaryLine } from '../../../contract/feeds.ts';
import { clockTime, dayHead } from '../../lib/times.ts';

export interface Trouble {
  readonly code: string | null;
  /** When the unbroken run of failures began, as far back as the diary goes; epoch milliseconds. */
  readonly since: number;
}

type Line = Pick<DiaryLine, 'at' | 'outcome' | 'code'>;

/** `lines` newest first. undefined when the last check that was made went well. */
export function troubleOf(lines: readonly Line[]): Trouble | undefined {
  let trouble: Trouble | undefined;
  for (const line of lines) {
    // A check that was left out says nothing about the feed.
    if (line.outcome === 'skipped') continue;
    if (line.outcome !== 'failed' && line.outcome !== 'stopped') break;
    trouble = { code: trouble ? trouble.code : line.code, since: line.at };
  }
  return trouble;
}

/** 'Since 08:12', 'Since yesterday', 'Since Saturday', 'Since 12 November' */
export function sinceWords(since: number, now: number): string {
  const day = dayHead(since, now);
  if (day === 'Today') return `Since ${clockTime(since)}`;
  return `Since ${day === 'Yesterday' ? 'yesterday' : day}`;
}
